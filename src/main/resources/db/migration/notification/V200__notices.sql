create table notice (
	board_id uuid not null,
	id uuid not null default uuidv7(),
	person_id uuid not null,
	key text not null,
	subject text not null,
	body text not null,
	link text,
	at timestamptz not null,
	read_at timestamptz,
	primary key (board_id, id),
	unique (board_id, person_id, key)
);

create index notice_inbox on notice (board_id, person_id, at desc);

create table mail (
	board_id uuid not null,
	notice_id uuid not null,
	address text not null,
	state text not null default 'waiting' check (state in ('waiting', 'leaving', 'sent', 'refused', 'unclear')),
	attempts int not null default 0,
	due_at timestamptz,
	left_at timestamptz,
	reason text,
	primary key (board_id, notice_id),
	foreign key (board_id, notice_id) references notice (board_id, id) on delete cascade,
	check ((state = 'waiting') = (due_at is not null))
);

create index mail_due on mail (board_id, due_at) where state = 'waiting';

alter table notice enable row level security;
alter table notice force row level security;
alter table mail enable row level security;
alter table mail force row level security;

create policy own_board on notice to plaatsbaar_app
	using (board_id = nullif(current_setting('app.board', true), '')::uuid)
	with check (board_id = nullif(current_setting('app.board', true), '')::uuid);
create policy own_board on mail to plaatsbaar_app
	using (board_id = nullif(current_setting('app.board', true), '')::uuid)
	with check (board_id = nullif(current_setting('app.board', true), '')::uuid);

-- The postman has to know which boards have mail waiting; he learns their ids here and nothing else.
create policy owner_sees_which_boards on mail for select to current_user using (true);

create function boards_with_mail(moment timestamptz, lost_before timestamptz) returns setof uuid
	language sql stable security definer set search_path = pg_catalog, public
	begin atomic
		select distinct board_id from public.mail
		where (state = 'waiting' and due_at <= moment) or (state = 'leaving' and left_at < lost_before);
	end;
