-- Every calendar that was ever in force: due times are recomputed with the one they were computed with.
create table calendar_version (
  version varchar(80) primary key,
  definition text not null,
  known_since timestamp with time zone not null
);
