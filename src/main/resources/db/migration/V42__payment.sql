-- What the payment system was told about a grant, and what it or a person answered.
alter table compensation_grant add column sent integer default 0 not null;
alter table compensation_grant add column last_answer varchar(400);
alter table compensation_grant add column paid_at timestamp with time zone;
alter table compensation_grant add column paid_by varchar(64);
create index grant_by_state on compensation_grant (state, agreed_at);
