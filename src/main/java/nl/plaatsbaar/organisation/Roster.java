package nl.plaatsbaar.organisation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people by a few letters: every word typed is the beginning of a word of the name or of the e-mail address. */
@Component
class Roster {

	private static final RowMapper<Person> PEOPLE = new SimplePropertyRowMapper<>(Person.class);

	/** @param number how many there are in all, of which {@code people} are on this page */
	record Found(List<Person> people, int number) {
	}

	private final JdbcClient jdbc;

	Roster(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * By surname.
	 *
	 * @param among whom to look at, or nothing for everybody the board knows
	 * @param page the first page is 1
	 */
	Found find(UUID board, @Nullable Collection<UUID> among, String letters, int page, int pageSize) {
		var where = "from person p where p.board_id = :board and p.erased_on is null and p.findable like all(:words)"
				+ (among == null ? "" : " and p.person_id = any(:among)");
		var asked = jdbc.sql("select count(*) " + where).param("board", board).param("words", beginnings(letters));
		var people = jdbc.sql("select p.board_id as board, p.person_id as id, p.first_name, p.name, p.born_on, p.email " + where + """
				 order by p.surname collate "nl-x-icu", p.first_name collate "nl-x-icu", p.person_id
				limit :size offset :skipped""").param("board", board).param("words", beginnings(letters)).param("size", pageSize)
				.param("skipped", (page - 1) * pageSize);
		if (among != null) {
			asked = asked.param("among", among.toArray(UUID[]::new));
			people = people.param("among", among.toArray(UUID[]::new));
		}
		return new Found(people.query(PEOPLE).list(), asked.query(Integer.class).single());
	}

	/** Without accents and capitals, as the column it is compared with. */
	private String[] beginnings(String letters) {
		var plain = jdbc.sql("select lower(unaccent(:letters))").param("letters", letters.replace("\0", "")).query(String.class).single();
		return Arrays.stream(plain.strip().split("\\s+")).map(word -> "% " + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
				.toArray(String[]::new);
	}
}
