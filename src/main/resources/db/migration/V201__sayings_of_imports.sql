-- Why a row was refused is kept as a saying, for every language.
alter table import_refusal alter column reason set data type text;
