-- What a table ruled, why it was decided and what the payment system answered are kept as sayings, for every language.
alter table approval alter column authority_reason set data type text;
alter table compensation_grant alter column last_answer set data type text;
