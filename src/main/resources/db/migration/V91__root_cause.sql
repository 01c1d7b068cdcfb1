-- What shows that the root cause is what it is said to be (R23), and whether the complaint was right: upheld,
-- partly-upheld, not-upheld. Both are apart from what the customer agreed to.
alter table escalation_case add column cause_evidence text;
alter table escalation_case add column finding varchar(20);
