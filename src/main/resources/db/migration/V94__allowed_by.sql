-- Why the money of an offer needed no further approval: the row of the authority table, or the ceiling (B2).
alter table proposal add column allowed_by varchar(300);
