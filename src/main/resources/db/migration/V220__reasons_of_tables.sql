-- What a table gave as its reason is kept in every language that its owner wrote.
alter table escalation_case alter column route_reason set data type text;
alter table escalation_case alter column repeat_reason set data type text;
