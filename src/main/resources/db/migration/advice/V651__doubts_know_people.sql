alter table doubt
	add foreign key (board_id, asker) references person,
	add foreign key (board_id, addressee) references person,
	add foreign key (board_id, answered_by) references person,
	add foreign key (board_id, school_id) references school;
alter table asked_before add foreign key (board_id, school_id) references school;
