-- An approval is for its case, level and customer, and until a time: what was decided before this ends fourteen days after it.
alter table approval add column valid_until timestamp with time zone;
alter table approval add column voided_at timestamp with time zone;

update approval set valid_until = decided_at + interval '14' day where decided_at is not null;
