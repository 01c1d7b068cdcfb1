-- The engine's tables, for PostgreSQL; applied after the engine has made them (docs/performance.md).

-- The first page of a long queue, in the order of Recourse's lists.
create index if not exists recourse_task_order on act_ru_task (priority_ desc, due_date_, create_time_);

-- Who looks for due jobs does not read those of next week.
create index if not exists recourse_job_due on act_ru_job (duedate_);

-- A page of what is offered to a group without looking at the rows themselves.
create index if not exists recourse_link_offered on act_ru_identitylink (group_id_, type_, task_id_);
drop index if exists act_idx_ident_lnk_group;
