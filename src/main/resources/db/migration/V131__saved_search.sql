-- Searches that people keep, each for themselves. They are no part of any case: auditors may keep some, too.
create table saved_search (
  user_id varchar(64) not null,
  name varchar(100) not null,
  query varchar(2000) not null,
  saved_at timestamp with time zone not null,
  primary key (user_id, name)
);
