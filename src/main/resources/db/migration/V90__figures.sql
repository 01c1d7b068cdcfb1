-- Which cases are in figures (definitions.md): no practice, no tests, no merged duplicates, no wrong numbers, and no
-- imported case that nobody has worked. Every figure reads this view and nothing else of a case.
create view counted_case as
select case_number, team, product, cause, channel, level, state, outcome, customer_number, title, hand_over_trigger,
  opened_by, opened_at, settled_at, closed_at
from escalation_case
where not practice
  and state <> 'joined'
  and (source is null or agent is not null or owner is not null)
  and coalesce(outcome, '') not in ('wrong-number', 'duplicate', 'test');

-- Contacts handled per day, from telephony; a product of '' is one that is not told apart.
create table contact_volume (
  on_day date not null,
  team varchar(64) not null,
  product varchar(200) not null,
  channel varchar(20) not null,
  contacts integer not null,
  imported_by varchar(64) not null,
  imported_at timestamp with time zone not null,
  primary key (on_day, team, product, channel)
);

-- A page asks for a period, whatever lies before it.
create index contact_by_beginning on contact (began_at);
create index contact_by_end on contact (ended_at);
create index case_by_settlement on escalation_case (settled_at);
create index case_by_closing on escalation_case (closed_at);
create index promise_by_due_time on promise (due_by);
create index attempt_by_time on callback_attempt (at);
create index check_in_by_answer on check_in (answered_at);
create index check_in_by_sending on check_in (sent_at);
create index approval_by_asking on approval (asked_at);
create index question_by_asking on question (asked_at);
