create extension if not exists btree_gist;

create table account (
	board_id uuid not null,
	person_id uuid not null,
	name text not null,
	email text not null check (email = lower(email)),
	password_hash text,
	opened_at timestamptz not null,
	primary key (board_id, person_id),
	unique (board_id, email)
);

create index account_email on account (email);

create table role_grant (
	board_id uuid not null,
	id uuid not null default uuidv7(),
	person_id uuid not null,
	role text not null,
	school_id uuid,
	group_id uuid,
	from_day date not null,
	until_day date,
	primary key (board_id, id),
	check (group_id is null or school_id is not null),
	-- Nobody has the same role twice on one day at the same place.
	exclude using gist (
		board_id with =, person_id with =, role with =,
		coalesce(school_id, '00000000-0000-0000-0000-000000000000') with =,
		coalesce(group_id, '00000000-0000-0000-0000-000000000000') with =,
		daterange(from_day, until_day, '[]') with &&)
);

create index role_grant_holders on role_grant (board_id, role, school_id);

alter table account enable row level security;
alter table account force row level security;
alter table role_grant enable row level security;
alter table role_grant force row level security;

create policy own_board on account to plaatsbaar_app
	using (board_id = nullif(current_setting('app.board', true), '')::uuid)
	with check (board_id = nullif(current_setting('app.board', true), '')::uuid);
create policy own_board on role_grant to plaatsbaar_app
	using (board_id = nullif(current_setting('app.board', true), '')::uuid)
	with check (board_id = nullif(current_setting('app.board', true), '')::uuid);

-- At sign-in the board is not known yet: who names an address gets the accounts of that address, and no others.
create policy owner_finds_who_signs_in on account for select to current_user using (true);

create function accounts_of(address text) returns table (board_id uuid, person_id uuid, name text, password_hash text)
	language sql stable security definer set search_path = pg_catalog, public
	begin atomic
		select account.board_id, account.person_id, account.name, account.password_hash
		from public.account where account.email = lower(address)
		order by account.opened_at, account.board_id;
	end;
