-- What process owners change: a release is the complete set of diagrams, tables and forms.
create table release_content (
  -- of the content as it was sent, without the stamp of a release
  hash varchar(64) primary key,
  content bytea not null
);

create table process_release (
  number integer primary key,
  state varchar(20) not null,
  hash varchar(64) not null,
  author varchar(64) not null,
  at timestamp with time zone not null,
  note text not null,
  -- the release that was live when its files were put together; the first has none
  base integer references process_release (number),
  -- the set of files in the jar that it builds on
  product varchar(64) not null,
  -- what the engine knows it as, once it was live
  deployment varchar(64),
  published_by varchar(64),
  published_at timestamp with time zone,
  publication text,
  emergency boolean not null,
  rejected_by varchar(64),
  rejected_at timestamp with time zone,
  rejection text
);
create index process_release_by_state on process_release (state, author);

create table release_file (
  number integer not null references process_release (number),
  name varchar(200) not null,
  hash varchar(64) not null references release_content (hash),
  primary key (number, name)
);

-- Whoever changes releases locks this row: there is one live release, and one open draft of each author.
create table release_lock (
  id integer primary key
);
insert into release_lock (id) values (1);
