-- The engine's tables, for PostgreSQL; applied after the engine has made them (docs/performance.md).

-- The first page of a long queue, in the order of Recourse's lists.
create index if not exists recourse_task_order on act_ru_task (priority_ desc, due_date_, create_time_);

-- Who looks for due jobs does not read those of next week.
create index if not exists recourse_job_due on act_ru_job (duedate_);

-- A page of what is offered to a group without looking at the rows themselves.
create index if not exists recourse_link_offered on act_ru_identitylink (group_id_, type_, task_id_);
drop index if exists act_idx_ident_lnk_group;

-- Completing a step asks for steps below it. The engine has no index for that: each completion read all open tasks.
-- Recourse has none below, so that the index stays empty and costs nothing.
create index if not exists recourse_task_parent on act_ru_task (parent_task_id_) where parent_task_id_ is not null;

-- Indexes that no question of Recourse, Tasklist, Cockpit or the history clean-up uses. Each costs a write with every row;
-- those on an end time also keep the end of a step from being written in place. Kept: what belongs to an instance, its
-- root instance (retention, erasure), removal time, start.
drop index if exists act_idx_hi_act_inst_start_end;
drop index if exists act_idx_hi_act_inst_end;
drop index if exists act_idx_hi_act_inst_comp;
drop index if exists act_idx_hi_act_inst_stats;
drop index if exists act_idx_hi_act_inst_tenant_id;
drop index if exists act_idx_hi_act_inst_proc_def_key;
drop index if exists act_idx_hi_ai_pdefid_end_time;
drop index if exists act_idx_hi_task_inst_tenant_id;
drop index if exists act_idx_hi_task_inst_proc_def_key;
drop index if exists act_idx_hi_taskinstid_procinst;
drop index if exists act_idx_hi_task_inst_end;
drop index if exists act_idx_hi_job_log_procdef;
drop index if exists act_idx_hi_job_log_tenant_id;
drop index if exists act_idx_hi_job_log_job_def_id;
drop index if exists act_idx_hi_job_log_proc_def_key;
drop index if exists act_idx_hi_job_log_job_conf;
drop index if exists act_idx_hi_op_log_procdef;
drop index if exists act_idx_hi_op_log_op_type;
drop index if exists act_idx_hi_op_log_entity_type;
drop index if exists act_idx_hi_dec_inst_ci;
drop index if exists act_idx_hi_dec_inst_act;
drop index if exists act_idx_hi_dec_inst_req_id;
drop index if exists act_idx_hi_dec_inst_req_key;
drop index if exists act_idx_hi_dec_inst_tenant_id;
drop index if exists act_idx_hi_dec_in_clause;
drop index if exists act_idx_hi_dec_out_rule;
drop index if exists act_idx_hi_procvar_name_type;
drop index if exists act_idx_hi_casevar_case_inst;
drop index if exists act_idx_hi_var_inst_tenant_id;
drop index if exists act_idx_hi_var_inst_proc_def_key;
drop index if exists act_idx_hi_varinst_name;
drop index if exists act_idx_hi_varinst_act_inst_id;
drop index if exists act_idx_hi_procvar_proc_inst;
drop index if exists act_idx_hi_pro_inst_tenant_id;
drop index if exists act_idx_hi_pro_rst_pro_inst_id;
drop index if exists act_idx_task_tenant_id;
drop index if exists act_idx_task_last_updated;
drop index if exists act_idx_exec_tenant_id;
drop index if exists act_idx_variable_tenant_id;
drop index if exists act_idx_variable_task_id;
drop index if exists act_idx_event_subscr_tenant_id;
drop index if exists act_idx_job_tenant_id;
drop index if exists act_idx_job_handler_type;
