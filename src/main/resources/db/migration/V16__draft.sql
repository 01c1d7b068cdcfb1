-- What somebody typed into the form of a step and has not sent yet.
create table form_draft (
  task_id varchar(64) not null,
  person varchar(64) not null,
  case_number varchar(40) not null references escalation_case (case_number),
  element varchar(64) not null,
  answers text not null,
  saved_at timestamp with time zone not null,
  primary key (task_id, person)
);
create index form_draft_by_case on form_draft (case_number, element);
