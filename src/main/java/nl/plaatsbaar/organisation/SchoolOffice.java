package nl.plaatsbaar.organisation;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who and what there is. Whoever calls has the transaction, and says in the audit log what it was for. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SchoolOffice {

	private final JdbcClient jdbc;

	SchoolOffice(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void openBoard(Board board) {
		jdbc.sql("insert into board (board_id, name) values (:board, :name)").param("board", board.id()).param("name", board.name())
				.update();
	}

	/** @throws IllegalArgumentException when a school of any board has this address already */
	void openSchool(School school) {
		// Two boards may choose the same address at the same moment, and a key cannot reach across boards: one at a time.
		jdbc.sql("select pg_advisory_xact_lock(hashtext('school_directory'))").query(rs -> {});
		if (jdbc.sql("select exists (select 1 from school_directory where slug = :slug)").param("slug", school.slug()).query(Boolean.class)
				.single())
			throw new IllegalArgumentException(
					"The address '%s' belongs to another school. Choose another, for instance with the place behind it."
							.formatted(school.slug()));
		write("insert into school (board_id, school_id, name, slug, brin, location, kind, place) values (:board, :id, :name, :slug, :brin, :location, :kind, :place)",
				school);
		write("""
				insert into school_directory (board_id, school_id, name, slug, brin, location, kind, place, board_name)
				select :board, :id, :name, :slug, :brin, :location, :kind, :place, name from board where board_id = :board""", school);
	}

	private void write(String sql, School school) {
		jdbc.sql(sql).param("board", school.board()).param("id", school.id()).param("name", school.name()).param("slug", school.slug())
				.param("brin", school.brin()).param("location", school.location()).param("kind", school.kind().name())
				.param("place", school.place()).update();
	}

	UUID newPerson() {
		return jdbc.sql("select uuidv7()").query(UUID.class).single();
	}

	void openYear(SchoolYear year) {
		jdbc.sql("insert into school_year (board_id, year, starts_on, ends_on) values (:board, :year, :starts, :ends)")
				.param("board", year.board())
				.param("year", year.year()).param("starts", year.startsOn()).param("ends", year.endsOn()).update();
	}

	void openGroup(Group group) {
		jdbc.sql("insert into school_group (board_id, group_id, school_id, year, name) values (:board, :id, :school, :year, :name)")
				.param("board", group.board()).param("id", group.id()).param("school", group.school()).param("year", group.year())
				.param("name", group.name()).update();
	}

	void register(UUID board, UUID person, FullName name, @Nullable LocalDate bornOn, @Nullable String email) {
		jdbc.sql(
				"""
						insert into person (board_id, person_id, first_name, name_prefix, surname, findable, born_on, email)
						values (:board, :person, :first, :prefix, :surname, lower(unaccent(concat_ws(' ', '', :first, :prefix, :surname, :email::text))), :born, :email)
						""")
				.param("board", board).param("person", person).param("first", name.first()).param("prefix", name.prefix())
				.param("surname", name.surname()).param("born", bornOn).param("email", email).update();
	}

	void enrol(UUID board, UUID pupil, UUID group, LocalDate from) {
		jdbc.sql("insert into enrolment (board_id, person_id, group_id, from_day) values (:board, :pupil, :group, :from)")
				.param("board", board)
				.param("pupil", pupil).param("group", group).param("from", from).update();
	}

	void entrust(UUID board, UUID child, UUID guardian, Guardianship.Kind kind, boolean authority, LocalDate from) {
		jdbc.sql("""
				insert into guardianship (board_id, guardian_id, child_id, kind, authority, from_day)
				values (:board, :guardian, :child, :kind, :authority, :from)""").param("board", board).param("guardian", guardian)
				.param("child", child).param("kind", kind.name()).param("authority", authority).param("from", from).update();
	}

	void supervise(UUID board, UUID school, UUID person, UUID supervisor, LocalDate from) {
		jdbc.sql(
				"insert into supervision (board_id, school_id, person_id, supervisor_id, from_day) values (:board, :school, :person, :supervisor, :from)")
				.param("board", board).param("school", school).param("person", person).param("supervisor", supervisor).param("from", from)
				.update();
	}

	void placeIntern(UUID board, UUID school, UUID intern, UUID coordinator, LocalDate from, @Nullable LocalDate until) {
		jdbc.sql("""
				insert into internship (board_id, school_id, person_id, coordinator_id, from_day, until_day)
				values (:board, :school, :intern, :coordinator, :from, :until)""").param("board", board).param("school", school)
				.param("intern", intern).param("coordinator", coordinator).param("from", from).param("until", until).update();
	}

	void welcomeVolunteer(UUID board, UUID school, UUID volunteer, String task, LocalDate from) {
		jdbc.sql(
				"insert into volunteering (board_id, school_id, person_id, task, from_day) values (:board, :school, :volunteer, :task, :from)")
				.param("board", board).param("school", school).param("volunteer", volunteer).param("task", task).param("from", from)
				.update();
	}
}
