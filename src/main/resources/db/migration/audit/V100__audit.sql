create table audit_entry (
	board_id uuid not null,
	seq bigint not null,
	at timestamptz not null,
	person_id uuid,
	what text not null,
	subject_kind text,
	subject uuid,
	details jsonb not null,
	previous bytea not null,
	seal bytea not null,
	primary key (board_id, seq)
);

create index audit_entry_subject on audit_entry (board_id, subject);

alter table audit_entry enable row level security;
alter table audit_entry force row level security;

create policy own_board on audit_entry to plaatsbaar_app
	using (board_id = nullif(current_setting('app.board', true), '')::uuid)
	with check (board_id = nullif(current_setting('app.board', true), '')::uuid);

-- What was written stays as it was written.
revoke update, delete on audit_entry from plaatsbaar_app;

-- The check of all chains has to know which boards there are; it learns their ids here and nothing else.
create policy owner_sees_which_boards on audit_entry for select to current_user using (true);

create function boards_in_audit() returns setof uuid
	language sql stable security definer set search_path = pg_catalog, public
	begin atomic
		select distinct board_id from public.audit_entry order by board_id;
	end;
