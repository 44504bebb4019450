create extension if not exists unaccent;
create extension if not exists btree_gist;

create table board (
	board_id uuid primary key,
	name     text not null
);

create table school (
	board_id  uuid not null references board,
	school_id uuid not null default uuidv7(),
	name      text not null,
	slug      text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	brin      text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
	location  text not null check (location ~ '^[0-9]{2}$'),
	kind      text not null check (kind in ('PO', 'VO', 'PRO')),
	place     text not null,
	primary key (board_id, school_id),
	unique (board_id, brin, location),
	unique (board_id, slug)
);

create table school_directory (
	board_id   uuid not null,
	school_id  uuid not null,
	slug       text not null,
	name       text not null,
	brin       text not null,
	location   text not null,
	kind       text not null,
	place      text not null,
	board_name text not null,
	primary key (board_id, school_id),
	foreign key (board_id, school_id) references school
);
create index on school_directory (slug);
comment on table school_directory is 'Public facts of schools, readable before a board is known: which school does this address belong to?';

create table school_year (
	board_id  uuid not null references board,
	year      text not null check (year ~ '^[0-9]{4}-[0-9]{4}$'),
	starts_on date not null,
	ends_on   date not null check (ends_on > starts_on),
	primary key (board_id, year),
	exclude using gist (board_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
comment on column school_year.ends_on is 'the last day of it, as every until_day below is the last day that counts';

create table school_group (
	board_id  uuid not null,
	group_id  uuid not null default uuidv7(),
	school_id uuid not null,
	year      text not null,
	name      text not null,
	primary key (board_id, group_id),
	foreign key (board_id, school_id) references school,
	foreign key (board_id, year) references school_year,
	unique (board_id, school_id, year, name)
);

create table person (
	board_id    uuid not null references board,
	person_id   uuid not null default uuidv7(),
	first_name  text not null,
	name_prefix text not null default '',
	surname     text not null,
	name        text not null generated always as (rtrim(first_name || ' ' || ltrim(name_prefix || ' ') || surname)) stored,
	findable    text not null,
	born_on     date,
	email       text,
	erased_on   date,
	primary key (board_id, person_id)
);
comment on column person.findable is 'name and e-mail in small letters without accents, each word after a space: what a search compares with';

create table enrolment (
	board_id     uuid not null,
	enrolment_id uuid not null default uuidv7(),
	person_id    uuid not null,
	group_id     uuid not null,
	from_day     date not null,
	until_day    date check (until_day >= from_day),
	primary key (board_id, enrolment_id),
	foreign key (board_id, person_id) references person,
	foreign key (board_id, group_id) references school_group,
	exclude using gist (board_id with =, person_id with =, group_id with =, daterange(from_day, until_day, '[]') with &&)
);
create index on enrolment (board_id, group_id);

create table guardianship (
	board_id        uuid not null,
	guardianship_id uuid not null default uuidv7(),
	guardian_id     uuid not null,
	child_id        uuid not null check (child_id <> guardian_id),
	kind            text not null check (kind in ('PARENT', 'GUARDIAN', 'REPRESENTATIVE')),
	authority       boolean not null,
	from_day        date not null,
	until_day       date check (until_day >= from_day),
	primary key (board_id, guardianship_id),
	foreign key (board_id, guardian_id) references person,
	foreign key (board_id, child_id) references person,
	exclude using gist (board_id with =, guardian_id with =, child_id with =, daterange(from_day, until_day, '[]') with &&)
);
create index on guardianship (board_id, child_id);

create table supervision (
	board_id       uuid not null,
	supervision_id uuid not null default uuidv7(),
	school_id      uuid not null,
	person_id      uuid not null,
	supervisor_id  uuid not null check (supervisor_id <> person_id),
	from_day       date not null,
	until_day      date check (until_day >= from_day),
	primary key (board_id, supervision_id),
	foreign key (board_id, school_id) references school,
	foreign key (board_id, person_id) references person,
	foreign key (board_id, supervisor_id) references person,
	exclude using gist (board_id with =, school_id with =, person_id with =, daterange(from_day, until_day, '[]') with &&)
);
create index on supervision (board_id, supervisor_id);

create table internship (
	board_id       uuid not null,
	internship_id  uuid not null default uuidv7(),
	school_id      uuid not null,
	person_id      uuid not null,
	coordinator_id uuid not null check (coordinator_id <> person_id),
	from_day       date not null,
	until_day      date check (until_day >= from_day),
	primary key (board_id, internship_id),
	foreign key (board_id, school_id) references school,
	foreign key (board_id, person_id) references person,
	foreign key (board_id, coordinator_id) references person,
	exclude using gist (board_id with =, school_id with =, person_id with =, daterange(from_day, until_day, '[]') with &&)
);
create index on internship (board_id, coordinator_id);

create table volunteering (
	board_id        uuid not null,
	volunteering_id uuid not null default uuidv7(),
	school_id       uuid not null,
	person_id       uuid not null,
	task            text not null,
	from_day        date not null,
	until_day       date check (until_day >= from_day),
	primary key (board_id, volunteering_id),
	foreign key (board_id, school_id) references school,
	foreign key (board_id, person_id) references person
);

create table role_title (
	board_id uuid not null references board,
	role     text not null,
	title    text not null check (title <> ''),
	primary key (board_id, role)
);

do $$
declare
	of_a_board text;
begin
	foreach of_a_board in array array['board', 'school', 'school_directory', 'school_year', 'school_group', 'person', 'enrolment',
		'guardianship', 'supervision', 'internship', 'volunteering', 'role_title']
	loop
		execute format('alter table %I enable row level security', of_a_board);
		execute format('alter table %I force row level security', of_a_board);
		execute format('create policy own_board on %I using (board_id = nullif(current_setting(''app.board'', true), '''')::uuid)', of_a_board);
	end loop;
end $$;

create policy everyone_reads on school_directory for select using (true);
