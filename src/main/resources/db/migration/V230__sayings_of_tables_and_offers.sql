-- What a table said is kept in each language that it stands in, what allowed an offer as a sentence without a language;
-- that a customer does not accept a final position is a fact.
alter table escalation_case alter column urgency_reason set data type text;
alter table proposal alter column allowed_by set data type text;
alter table proposal add column finally_refused boolean default false not null;
