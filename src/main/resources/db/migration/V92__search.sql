-- The words of a case in one place, so that searching for them costs nothing while a case is worked. Written by
-- insight.search from what the case holds, and again whenever its log has grown.
create table case_text (
  case_number varchar(40) primary key,
  body text not null
);

-- How far the log was read: one row.
create table case_text_progress (
  event_id bigint not null
);
insert into case_text_progress (event_id) values (0);

create index case_by_opening on escalation_case (opened_at, case_number);
