-- Every browser asks for the unread ones every other second; the read ones stay for years.
create index notice_unread on notice (recipient, read_at, id);
