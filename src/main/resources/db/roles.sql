-- Two roles, made once by whoever runs the server. The first owns the tables and changes them at an upgrade, the second is what
-- the program uses: it cannot look past row-level security, so no board sees another.
create role plaatsbaar_owner login nosuperuser nocreatedb nocreaterole nobypassrls;
create role plaatsbaar_app login nosuperuser nocreatedb nocreaterole nobypassrls;
