-- It looks over the wall between boards: for the program only, not for whoever else has an account on this database.
revoke all on function boards_in_audit() from public;
grant execute on function boards_in_audit() to plaatsbaar_app;
