-- What a board agreed to, and when. A version never changes once adopted: its text is kept as it was read on that day.
create table policy_version (
	board_id uuid not null,
	id uuid not null default uuidv7(),
	policy text not null,
	title text not null,
	in_force_from date not null,
	valid_until date,
	yaml text not null,
	digest text not null,
	example text,
	source_name text,
	source_digest text,
	adopted_by uuid,
	adopted_at timestamptz not null,
	withdrawn_by uuid,
	withdrawn_at timestamptz,
	primary key (board_id, id),
	foreign key (board_id, adopted_by) references person,
	foreign key (board_id, withdrawn_by) references person,
	check (valid_until is null or valid_until > in_force_from)
);
-- The latest version that began is the one that counts, so two can never count on one day.
create unique index policy_version_day on policy_version (board_id, in_force_from) where withdrawn_at is null;

create table adoption_step (
	board_id uuid not null,
	version_id uuid not null,
	position int not null,
	organ text not null,
	kind text not null,
	-- a day or, where only the month is known, 2015-06
	taken_on text not null check (taken_on ~ '^\d{4}-\d{2}(-\d{2})?$'),
	primary key (board_id, version_id, position),
	foreign key (board_id, version_id) references policy_version (board_id, id)
);

-- Read without signing in, before anybody knows which board is meant: holds only that this version is public.
create table public_policy (
	board_id uuid not null,
	version_id uuid not null,
	primary key (board_id, version_id),
	foreign key (board_id, version_id) references policy_version (board_id, id)
);

create table policy_draft (
	board_id uuid not null,
	id uuid not null default uuidv7(),
	title text not null,
	-- an imported text that is still being corrected has articles, from then on it has yaml
	articles jsonb,
	yaml text,
	source_name text,
	source_kind text,
	source_text text,
	source_digest text,
	revision int not null default 1,
	written_by uuid not null,
	written_at timestamptz not null,
	changed_at timestamptz not null,
	closed_at timestamptz,
	primary key (board_id, id),
	foreign key (board_id, written_by) references person,
	check (articles is not null or yaml is not null)
);

create table school_addition (
	board_id uuid not null,
	id uuid not null default uuidv7(),
	school_id uuid not null,
	number text not null,
	heading text not null,
	article text not null,
	digest text not null,
	in_force_from date not null,
	valid_until date,
	added_by uuid,
	added_at timestamptz not null,
	ended_by uuid,
	ended_at timestamptz,
	primary key (board_id, id),
	foreign key (board_id, school_id) references school,
	foreign key (board_id, added_by) references person,
	foreign key (board_id, ended_by) references person,
	check (valid_until is null or valid_until >= in_force_from)
);
create index school_addition_school on school_addition (board_id, school_id);

create table platform (
	board_id uuid not null,
	id text not null check (id ~ '^[a-z0-9][a-z0-9-]*$'),
	name text not null,
	place text not null,
	minimum_age int not null check (minimum_age between 0 and 21),
	age_source text not null,
	synonyms text[] not null,
	valid_from date,
	valid_until date,
	added_by uuid not null,
	added_at timestamptz not null,
	primary key (board_id, id),
	foreign key (board_id, added_by) references person
);

-- How the board reads an article where it is unclear, decided after consultation: a precedent.
create table interpretation (
	board_id uuid not null,
	id uuid not null default uuidv7(),
	policy text not null,
	article text not null,
	rule text,
	question text not null,
	reading text not null,
	consulted_with text not null,
	consulted_on date not null,
	decided_by uuid not null,
	decided_at timestamptz not null,
	ended_by uuid,
	ended_at timestamptz,
	primary key (board_id, id),
	foreign key (board_id, decided_by) references person,
	foreign key (board_id, ended_by) references person
);

-- The same words in capitals, with accents or in the plural are the same words to somebody who searches.
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create text search configuration plaatsbaar (copy = dutch);
alter text search configuration plaatsbaar alter mapping for hword, hword_part, word with unaccent, dutch_stem;

-- A copy of the articles to search in, filled from the versions themselves; small enough per board to read whole.
create table article_text (
	board_id uuid not null,
	digest text not null,
	position int not null,
	policy text not null,
	number text not null,
	heading text not null,
	body text not null,
	folded text not null,
	words tsvector not null,
	primary key (board_id, digest, position)
);

do $$
declare
	of_a_board text;
begin
	foreach of_a_board in array array['policy_version', 'adoption_step', 'public_policy', 'policy_draft', 'school_addition', 'platform',
		'interpretation', 'article_text']
	loop
		execute format('alter table %I enable row level security', of_a_board);
		execute format('alter table %I force row level security', of_a_board);
		execute format('create policy own_board on %I using (board_id = nullif(current_setting(''app.board'', true), '''')::uuid)', of_a_board);
	end loop;
end $$;

create policy everyone_reads on public_policy for select using (true);
