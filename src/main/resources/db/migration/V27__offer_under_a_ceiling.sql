-- By which approval somebody else decided what is offered: such an offer uses up nobody's own authority in the customer's
-- other cases, as such a grant does not (V24).
alter table proposal add column approval_id bigint;

create or replace view money_offer as
select p.case_number, c.customer_number, p.kind, p.amount, p.proposed_at as offered_at, p.approval_id
from proposal p join escalation_case c on c.case_number = p.case_number
where p.kind is not null and (p.answer is null or p.answer in ('undecided', 'unreachable', 'subject-to-approval'))
  and p.number = (select max(l.number) from proposal l where l.case_number = p.case_number)
  and c.state not in ('closed', 'joined') and not c.practice
union all
select p.case_number, c.customer_number, p.kind2, p.amount2, p.proposed_at, p.approval_id
from proposal p join escalation_case c on c.case_number = p.case_number
where p.kind2 is not null and (p.answer is null or p.answer in ('undecided', 'unreachable', 'subject-to-approval'))
  and p.number = (select max(l.number) from proposal l where l.case_number = p.case_number)
  and c.state not in ('closed', 'joined') and not c.practice;
