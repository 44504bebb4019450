-- It looks over the wall between boards: for the program only, not for whoever else has an account on this database.
revoke all on function boards_with_mail(timestamptz, timestamptz) from public;
grant execute on function boards_with_mail(timestamptz, timestamptz) to plaatsbaar_app;
