-- The sets of files that jars brought, so that the next one can tell what owners changed since.
create table product_file (
  product varchar(64) not null,
  name varchar(200) not null,
  hash varchar(64) not null references release_content (hash),
  primary key (product, name)
);
