-- Why a message is not sent is kept as a sentence with arguments, in no language yet.
alter table message alter column reason set data type text;
