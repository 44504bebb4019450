-- Two articles of a school with one number could not be told apart; S.1 and s.1 are one number to a reader.
create unique index school_addition_number on school_addition (board_id, school_id, lower(number)) where valid_until is null;
