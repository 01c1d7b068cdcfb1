-- One row in profile demo, else empty: by how much its clock is ahead of the machine's.
create table demo_clock (
  ahead_by_millis bigint not null
);
