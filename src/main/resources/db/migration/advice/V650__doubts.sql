-- A doubt put to a supervisor or coach, with the facts as they were told, and the answer that is kept with it.
create table doubt (
	board_id    uuid        not null,
	id          uuid        not null default uuidv7(),
	school_id   uuid,
	asker       uuid        not null,
	addressee   uuid        not null,
	policy      text        not null,
	version     date        not null,
	choices     bigint      not null,
	flags       bigint      not null,
	platform    text,
	outcome     text        not null,
	situation   text        not null,
	remark      text        not null,
	asked_at    timestamptz not null,
	answer      text,
	answered_by uuid,
	answered_at timestamptz,
	primary key (board_id, id),
	constraint answered_once check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index doubt_of_asker on doubt (board_id, asker, asked_at desc);
create index doubt_of_addressee on doubt (board_id, addressee, asked_at desc);
alter table doubt enable row level security;
alter table doubt force row level security;
create policy own_board on doubt using (board_id = nullif(current_setting('app.board', true), '')::uuid);

-- Which situations were asked before, counted, without who asked: shows what an amendment means for real questions.
create table asked_before (
	board_id  uuid    not null,
	school_id uuid    not null,
	policy    text    not null,
	choices   bigint  not null,
	flags     bigint  not null,
	outcome   text    not null,
	times     integer not null,
	last_on   date    not null,
	primary key (board_id, school_id, policy, choices, flags)
);
alter table asked_before enable row level security;
alter table asked_before force row level security;
create policy own_board on asked_before using (board_id = nullif(current_setting('app.board', true), '')::uuid);
