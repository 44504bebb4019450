package nl.plaatsbaar.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import nl.plaatsbaar.access.Grants;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.access.Scope;

/**
 * The door to who is who. Except for what is public about schools, the board has to be bound ({@code Tenancy}) as for every
 * row of a board. Where no day is given, today counts. Somebody or something that is not there is an
 * {@link IllegalArgumentException} where an id was given, an empty answer where one asks for "the coach of".
 */
@Component
public class Organisation {

	private static final String SCHOOL = "select board_id as board, school_id as id, name, slug, brin, location, kind, place";
	private static final String PERSON = "select p.board_id as board, p.person_id as id, p.first_name, p.name, p.born_on, p.email from person p ";
	private static final String GROUP = "select g.board_id as board, g.group_id as id, g.school_id as school, g.year, g.name from school_group g ";
	private static final String BY_NAME = " order by p.surname collate \"nl-x-icu\", p.first_name collate \"nl-x-icu\", p.person_id";

	private static final RowMapper<Board> BOARDS = new SimplePropertyRowMapper<>(Board.class);
	private static final RowMapper<School> SCHOOLS = new SimplePropertyRowMapper<>(School.class);
	private static final RowMapper<SchoolYear> YEARS = new SimplePropertyRowMapper<>(SchoolYear.class);
	private static final RowMapper<Group> GROUPS = new SimplePropertyRowMapper<>(Group.class);
	private static final RowMapper<Person> PEOPLE = new SimplePropertyRowMapper<>(Person.class);

	private final JdbcClient jdbc;
	private final Grants grants;
	private final Clock clock;

	Organisation(JdbcClient jdbc, Grants grants, Clock clock) {
		this.jdbc = jdbc;
		this.grants = grants;
		this.clock = clock;
	}

	/** The school at this address, of whatever board; works without sign-in. */
	public Optional<School> schoolBySlug(String slug) {
		return jdbc.sql(SCHOOL + " from school_directory where slug = :slug").param("slug", slug).query(SCHOOLS).optional();
	}

	/** All schools of all boards, by name; works without sign-in. */
	public List<School> publicSchools() {
		return jdbc.sql(SCHOOL + " from school_directory order by name collate \"nl-x-icu\", slug").query(SCHOOLS).list();
	}

	/** Every board that has a school, for work that goes board by board. */
	public List<UUID> boards() {
		return jdbc.sql("select distinct board_id from school_directory order by board_id")
				.query((row, _) -> row.getObject("board_id", UUID.class)).list();
	}

	/** The names of all boards that have a school; works without sign-in. */
	List<String> boardNames() {
		return jdbc.sql("select distinct board_name from school_directory")
				.query((row, _) -> Objects.requireNonNull(row.getString(1))).list();
	}

	public Board board(UUID board) {
		return jdbc.sql("select board_id as id, name from board where board_id = :board").param("board", board).query(BOARDS).optional()
				.orElseThrow(() -> new IllegalArgumentException("there is no board " + board));
	}

	/** All schools of the board, by name. */
	public List<School> schools(UUID board) {
		return jdbc.sql(SCHOOL + " from school where board_id = :board order by name collate \"nl-x-icu\"").param("board", board)
				.query(SCHOOLS)
				.list();
	}

	public School school(UUID board, UUID id) {
		return jdbc.sql(SCHOOL + " from school where board_id = :board and school_id = :id").param("board", board).param("id", id)
				.query(SCHOOLS).optional().orElseThrow(() -> new IllegalArgumentException("this board has no school " + id));
	}

	/** The school year that counts on that day: the last one that has begun, so that a summer without a new year keeps the old one. */
	public Optional<SchoolYear> schoolYear(UUID board, LocalDate on) {
		return jdbc.sql("""
				select board_id as board, year, starts_on, ends_on from school_year
				where board_id = :board and starts_on <= :on order by starts_on desc limit 1""").param("board", board).param("on", on)
				.query(YEARS).optional();
	}

	/** The groups of a school in the school year that counts on that day, by name. */
	public List<Group> groups(UUID board, UUID school, LocalDate on) {
		return schoolYear(board, on).map(year -> jdbc
				.sql(GROUP + "where g.board_id = :board and g.school_id = :school and g.year = :year order by g.name collate \"nl-x-icu\"")
				.param("board", board).param("school", school).param("year", year.year()).query(GROUPS).list()).orElse(List.of());
	}

	public Group group(UUID board, UUID id) {
		return jdbc.sql(GROUP + "where g.board_id = :board and g.group_id = :id").param("board", board).param("id", id).query(GROUPS)
				.optional().orElseThrow(() -> new IllegalArgumentException("this board has no group " + id));
	}

	/** The groups somebody teaches today, by name. */
	public List<Group> groupsOfTeacher(UUID board, UUID teacher) {
		var today = LocalDate.now(clock);
		var taught = grants.of(board, teacher).stream().filter(grant -> grant.role() == Role.TEACHER && grant.counts(today))
				.map(grant -> grant.scope() instanceof Scope.Group(_, var group) ? group : null).filter(Objects::nonNull).toList();
		if (taught.isEmpty())
			return List.of();
		return jdbc.sql(GROUP + "where g.board_id = :board and g.group_id in (:taught) order by g.name collate \"nl-x-icu\"")
				.param("board", board)
				.param("taught", taught).query(GROUPS).list();
	}

	/** The groups a pupil is in on that day, by name: one of them is the own group, the others cut across groups. */
	public List<Group> groupsOfPupil(UUID board, UUID pupil, LocalDate on) {
		return jdbc.sql(GROUP + """
				join enrolment e on e.board_id = g.board_id and e.group_id = g.group_id
				where g.board_id = :board and e.person_id = :pupil and e.from_day <= :on and (e.until_day is null or e.until_day >= :on)
				order by g.name collate "nl-x-icu"
				""").param("board", board).param("pupil", pupil).param("on", on).query(GROUPS).list();
	}

	/** The pupils of a group on that day, by surname. */
	public List<Person> pupils(UUID board, UUID group, LocalDate on) {
		return jdbc.sql(PERSON + """
				join enrolment e on e.board_id = p.board_id and e.person_id = p.person_id
				where p.board_id = :board and e.group_id = :group and e.from_day <= :on and (e.until_day is null or e.until_day >= :on)
				""" + BY_NAME).param("board", board).param("group", group).param("on", on).query(PEOPLE).list();
	}

	public Person person(UUID board, UUID id) {
		return find(board, id).orElseThrow(() -> new IllegalArgumentException("this board knows no person " + id));
	}

	Optional<Person> find(UUID board, UUID id) {
		return jdbc.sql(PERSON + "where p.board_id = :board and p.person_id = :id").param("board", board).param("id", id).query(PEOPLE)
				.optional();
	}

	/** These people, by surname. */
	public List<Person> people(UUID board, Collection<UUID> ids) {
		if (ids.isEmpty())
			return List.of();
		return jdbc.sql(PERSON + "where p.board_id = :board and p.person_id = any(:ids)" + BY_NAME).param("board", board)
				.param("ids", ids.toArray(UUID[]::new)).query(PEOPLE).list();
	}

	/** Who has the role that day at this school (or for the whole board), by surname. Without a school: anywhere in the board. */
	public List<Person> people(UUID board, Role role, @Nullable UUID school, LocalDate on) {
		return people(board, grants.holders(board, role, school, on));
	}

	/** The leidinggevende of somebody at this school. */
	public Optional<Person> supervisorOf(UUID board, UUID person, UUID school) {
		return jdbc.sql(PERSON + """
				join supervision s on s.board_id = p.board_id and s.supervisor_id = p.person_id
				where p.board_id = :board and s.person_id = :person and s.school_id = :school
				and s.from_day <= :on and (s.until_day is null or s.until_day >= :on)
				""").param("board", board).param("person", person).param("school", school).param("on", LocalDate.now(clock)).query(PEOPLE)
				.optional();
	}

	/** Whom this intern can turn to at this school. */
	public Optional<Person> coordinatorOf(UUID board, UUID intern, UUID school) {
		return jdbc.sql(PERSON + """
				join internship i on i.board_id = p.board_id and i.coordinator_id = p.person_id
				where p.board_id = :board and i.person_id = :intern and i.school_id = :school
				and i.from_day <= :on and (i.until_day is null or i.until_day >= :on)
				""").param("board", board).param("intern", intern).param("school", school).param("on", LocalDate.now(clock)).query(PEOPLE)
				.optional();
	}

	/** The social-mediacoach of a school, where there is one. */
	public Optional<Person> coachOf(UUID board, UUID school) {
		return people(board, Role.COACH, school, LocalDate.now(clock)).stream().findFirst();
	}

	/** The directie of a school. */
	public Optional<Person> principalOf(UUID board, UUID school) {
		return people(board, Role.PRINCIPAL, school, LocalDate.now(clock)).stream().findFirst();
	}

	/** The directeur-bestuurder. */
	public Optional<Person> executiveDirectorOf(UUID board) {
		return people(board, Role.EXECUTIVE_DIRECTOR, null, LocalDate.now(clock)).stream().findFirst();
	}

	/** Everybody who cares for this child on that day, with and without authority, by surname. */
	public List<Guardianship> guardiansOf(UUID board, UUID child, LocalDate on) {
		return guardianships("g.child_id", board, child, on);
	}

	/** The children somebody cares for on that day, with and without authority, by first name. */
	public List<Guardianship> childrenOf(UUID board, UUID guardian, LocalDate on) {
		return guardianships("g.guardian_id", board, guardian, on);
	}

	private List<Guardianship> guardianships(String side, UUID board, UUID person, LocalDate on) {
		return jdbc
				.sql("""
						select g.kind, g.authority, g.from_day, g.until_day,
						p.person_id as g_id, p.first_name as g_first_name, p.name as g_name, p.born_on as g_born_on, p.email as g_email,
						c.person_id as c_id, c.first_name as c_first_name, c.name as c_name, c.born_on as c_born_on, c.email as c_email
						from guardianship g
						join person p on p.board_id = g.board_id and p.person_id = g.guardian_id
						join person c on c.board_id = g.board_id and c.person_id = g.child_id
						where g.board_id = :board and g.from_day <= :on and (g.until_day is null or g.until_day >= :on) and\s""" + side
						+ " = :person" + BY_NAME + ", c.first_name")
				.param("board", board).param("person", person).param("on", on)
				.query((row, _) -> new Guardianship(
						new Person(board, row.getObject("g_id", UUID.class), row.getString("g_first_name"), row.getString("g_name"),
								row.getObject("g_born_on", LocalDate.class), row.getString("g_email")),
						new Person(board, row.getObject("c_id", UUID.class), row.getString("c_first_name"), row.getString("c_name"),
								row.getObject("c_born_on", LocalDate.class), row.getString("c_email")),
						Guardianship.Kind.valueOf(row.getString("kind")), row.getBoolean("authority"),
						row.getObject("from_day", LocalDate.class),
						row.getObject("until_day", LocalDate.class)))
				.list();
	}
}
