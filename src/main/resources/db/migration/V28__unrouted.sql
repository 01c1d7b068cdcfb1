-- That no row of the routing table was meant for a case is a fact of its own; until now it was known by the row's sentence.
alter table escalation_case add column unrouted boolean;

update escalation_case set unrouted = true where route_reason like '%"no rule fits"%';

create or replace view worklist_case as
select case_number, team, customer_number, opened_at, title, product, urgency, agent, level, hand_over_trigger,
  connection, handed_over_by, handed_over_at, route_team, route_reason, unrouted
from escalation_case;
