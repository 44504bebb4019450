package nl.plaatsbaar.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who leads whom, who looks after which intern, who helps with what: for the page of one person. */
@Component
class Positions {

	/** Another person and the school it is about. */
	record Colleague(UUID id, String name, String school) {
	}

	record Task(String task, String school) {
	}

	private static final RowMapper<Colleague> COLLEAGUES = new SimplePropertyRowMapper<>(Colleague.class);
	private static final RowMapper<Task> TASKS = new SimplePropertyRowMapper<>(Task.class);

	private final JdbcClient jdbc;

	Positions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Colleague> supervisors(UUID board, UUID person, LocalDate on) {
		return colleagues("supervision", "supervisor_id", "person_id", board, person, on);
	}

	List<Colleague> team(UUID board, UUID supervisor, LocalDate on) {
		return colleagues("supervision", "person_id", "supervisor_id", board, supervisor, on);
	}

	List<Colleague> coordinators(UUID board, UUID intern, LocalDate on) {
		return colleagues("internship", "coordinator_id", "person_id", board, intern, on);
	}

	private List<Colleague> colleagues(String table, String shown, String given, UUID board, UUID person, LocalDate on) {
		return jdbc.sql("""
				select p.person_id as id, p.name, s.name as school from %s t
				join person p on p.board_id = t.board_id and p.person_id = t.%s
				join school s on s.board_id = t.board_id and s.school_id = t.school_id
				where t.board_id = :board and t.%s = :person and t.from_day <= :on and (t.until_day is null or t.until_day >= :on)
				order by p.surname collate "nl-x-icu", p.first_name collate "nl-x-icu"
				""".formatted(table, shown, given)).param("board", board).param("person", person).param("on", on).query(COLLEAGUES).list();
	}

	List<Task> volunteering(UUID board, UUID person, LocalDate on) {
		return jdbc.sql("""
				select v.task, s.name as school from volunteering v
				join school s on s.board_id = v.board_id and s.school_id = v.school_id
				where v.board_id = :board and v.person_id = :person and v.from_day <= :on and (v.until_day is null or v.until_day >= :on)
				order by v.from_day""").param("board", board).param("person", person).param("on", on).query(TASKS).list();
	}
}
