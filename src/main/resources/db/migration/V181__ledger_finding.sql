-- What the ledger's check has told already and still finds: told once, whichever node finds it and after a restart.
create table ledger_finding (
  finding varchar(400) not null primary key,
  found_at timestamp with time zone not null
);
