-- Bookings of one person are made one after the other: who books locks the row that the person's id falls on.
create table booking_lock (
  bucket integer primary key
);
insert into booking_lock (bucket) values
  (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15),
  (16), (17), (18), (19), (20), (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31);

-- No answer to a check-in is an outcome, too.
alter table check_in add column unanswered_at timestamp with time zone;
-- A courtesy call follows a bad rating of a case that is settled nevertheless.
alter table check_in add column courtesy boolean default false not null;
