-- The customer's links to a callback, one for each window that they were told.
create table callback_link (
  token varchar(64) primary key,
  callback_id bigint not null,
  window_from timestamp with time zone not null,
  window_to timestamp with time zone not null,
  used_at timestamp with time zone
);
create index callback_link_by_callback on callback_link (callback_id);
