-- Causes and rules are kept as sentences with arguments, in no language yet, which are longer than the words of one.
alter table clock alter column rule set data type text;
alter table clock_interval alter column cause set data type text;
alter table clock_interval alter column rule set data type text;
