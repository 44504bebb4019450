-- What was adopted never changes: the program itself cannot rewrite or remove it, only write down that it was withdrawn.
revoke update, delete on policy_version, adoption_step from plaatsbaar_app;
grant update (withdrawn_at, withdrawn_by) on policy_version to plaatsbaar_app;
