-- Contacts handled per day, from telephony; a product of '' is one that is not told apart.
create table contact_volume (
  on_day date not null,
  team varchar(64) not null,
  product varchar(200) not null,
  channel varchar(20) not null,
  contacts integer not null,
  imported_by varchar(64) not null,
  imported_at timestamp with time zone not null,
  primary key (on_day, team, product, channel)
);

-- What counts in which figure, one row each, as insight.figures finds it in the records of a case. Written behind the work
-- for each case that has changed, and all of it again by a rebuild: nothing here is known from anywhere else.
create table figure_fact (
  case_number varchar(40) not null references escalation_case (case_number),
  figure varchar(40) not null,
  at timestamp with time zone not null,
  -- in the team's zone
  on_day date not null,
  team varchar(64) not null,
  product varchar(200) not null,
  cause varchar(40) not null,
  channel varchar(20) not null,
  level integer not null,
  met boolean not null,
  measured double precision,
  part varchar(200) not null,
  -- a window has to pass, or something has to fall due, before it counts; null: at once
  counts_from timestamp with time zone
);
create index figure_fact_by_case on figure_fact (case_number);
create index figure_fact_by_day on figure_fact (on_day, figure);
create index figure_fact_by_counting on figure_fact (counts_from);

-- The same, counted: how many facts of a day are alike. Figures are read from here.
create table figure_count (
  on_day date not null,
  figure varchar(40) not null,
  team varchar(64) not null,
  product varchar(200) not null,
  cause varchar(40) not null,
  channel varchar(20) not null,
  level integer not null,
  met boolean not null,
  measured double precision,
  part varchar(200) not null,
  facts bigint not null
);
create index figure_count_by_day on figure_count (on_day, figure);

-- How far the log was read, until when due things were counted, up to which case everything was counted again, and by
-- which rules: one row.
create table figure_progress (
  event_id bigint not null,
  counted_until timestamp with time zone not null,
  checked_until varchar(40) not null,
  rules varchar(2000) not null
);
insert into figure_progress (event_id, counted_until, checked_until, rules)
values (0, timestamp with time zone '2000-01-01 00:00:00+00', '', '');
