-- By which approval somebody else decided what was granted: an approval of the case that granted nothing hides nothing
-- from the sum of what people give on their own authority.
alter table compensation_grant add column approval_id bigint;

update compensation_grant set approval_id = (
  select max(a.id) from approval a
  where a.case_number = compensation_grant.case_number and a.state in ('approved', 'reduced')
    and a.decided_by is not null and a.decided_at <= compensation_grant.agreed_at)
where state <> 'earlier';

-- What money goes by: what stands as an offer. The customer may still say yes to it.
create view money_offer as
select p.case_number, c.customer_number, p.kind, p.amount, p.proposed_at as offered_at
from proposal p join escalation_case c on c.case_number = p.case_number
where p.kind is not null and (p.answer is null or p.answer in ('undecided', 'unreachable', 'subject-to-approval'))
  and p.number = (select max(l.number) from proposal l where l.case_number = p.case_number)
  and c.state not in ('closed', 'joined') and not c.practice
union all
select p.case_number, c.customer_number, p.kind2, p.amount2, p.proposed_at
from proposal p join escalation_case c on c.case_number = p.case_number
where p.kind2 is not null and (p.answer is null or p.answer in ('undecided', 'unreachable', 'subject-to-approval'))
  and p.number = (select max(l.number) from proposal l where l.case_number = p.case_number)
  and c.state not in ('closed', 'joined') and not c.practice;
