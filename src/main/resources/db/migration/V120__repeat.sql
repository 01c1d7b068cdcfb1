-- A case about a matter that was settled within the last thirty days: which case that was, at which level the table wants
-- it heard, and why (R22).
alter table escalation_case add column repeat_of varchar(40);
alter table escalation_case add column repeat_level integer;
alter table escalation_case add column repeat_reason varchar(300);
