-- The program may read and write what the owner makes, from the first table on; a table that allows less takes it back itself.
grant usage on schema public to plaatsbaar_app;
alter default privileges in schema public grant select, insert, update, delete on tables to plaatsbaar_app;
