package nl.plaatsbaar.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;

@Component
class GrantBook implements Grants {

	private final JdbcClient database;
	private final AuditTrail trail;

	GrantBook(JdbcClient database, AuditTrail trail) {
		this.database = database;
		this.trail = trail;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void give(UUID board, UUID person, Grant grant, @Nullable Actor by) {
		if (overlaps(board, person, grant))
			throw new IllegalArgumentException(
					"this person already has the role %s there in that time; end that one first, or choose other days"
							.formatted(grant.role()));
		insert(board, person, grant);
		trail.record(board, by == null ? null : by.person(), event("access.role.given", person, grant));
	}

	private boolean overlaps(UUID board, UUID person, Grant grant) {
		return of(board, person).stream().anyMatch(other -> other.role() == grant.role() && other.scope().equals(grant.scope())
				&& !endsBefore(other, grant.from()) && !endsBefore(grant, other.from()));
	}

	private static boolean endsBefore(Grant grant, LocalDate day) {
		var until = grant.until();
		return until != null && until.isBefore(day);
	}

	private void insert(UUID board, UUID person, Grant grant) {
		try {
			database.sql("""
					insert into role_grant (board_id, person_id, role, school_id, group_id, from_day, until_day)
					values (:board, :person, :role, :school, :group, :from, :until)
					""").param("board", board).param("person", person).param("role", grant.role().name())
					.param("school", school(grant.scope()))
					.param("group", group(grant.scope())).param("from", grant.from()).param("until", grant.until()).update();
		} catch (DataIntegrityViolationException e) {
			throw new IllegalArgumentException(
					"somebody else gave this person the role %s at this moment; look again".formatted(grant.role()), e);
		}
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void end(UUID board, UUID person, Grant grant, LocalDate lastDay, @Nullable Actor by) {
		var sql = lastDay.isBefore(grant.from()) ? "delete from role_grant" : "update role_grant set until_day = :last";
		if (ended(sql, board, person, grant, lastDay) == 0)
			throw new IllegalArgumentException(
					"this person has no role %s there from %s; look again at his roles".formatted(grant.role(), grant.from()));
		trail.record(board, by == null ? null : by.person(), event("access.role.ended", person, grant).with("last", lastDay.toString()));
	}

	private int ended(String sql, UUID board, UUID person, Grant grant, LocalDate lastDay) {
		try {
			return database.sql(sql + """
					 where board_id = :board and person_id = :person and role = :role and from_day = :from
					 and school_id is not distinct from :school and group_id is not distinct from :group
					""").param("last", lastDay).param("board", board).param("person", person).param("role", grant.role().name())
					.param("from", grant.from()).param("school", school(grant.scope())).param("group", group(grant.scope())).update();
		} catch (DataIntegrityViolationException e) {
			throw new IllegalArgumentException(
					"until %s this role runs into the same role given for later; choose an earlier last day".formatted(lastDay), e);
		}
	}

	private static Recordable event(String what, UUID person, Grant grant) {
		var event = Recordable.of(what, "person", person).with("role", grant.role().name()).with("from", grant.from().toString());
		var school = school(grant.scope());
		var group = group(grant.scope());
		if (grant.until() != null)
			event = event.with("until", grant.until().toString());
		if (school != null)
			event = event.with("school", school.toString());
		return group == null ? event : event.with("group", group.toString());
	}

	@Override
	@Transactional(readOnly = true)
	public List<Grant> of(UUID board, UUID person) {
		return database.sql("select * from role_grant where board_id = :board and person_id = :person order by from_day, id")
				.param("board", board)
				.param("person", person).query((row, _) -> grant(row)).list();
	}

	/** The roles that count on that day. */
	@Transactional(readOnly = true)
	public List<Grant> on(UUID board, UUID person, LocalDate day) {
		return of(board, person).stream().filter(grant -> grant.counts(day)).toList();
	}

	@Override
	@Transactional(readOnly = true)
	public List<UUID> holders(UUID board, Role role, @Nullable UUID school, LocalDate on) {
		return database.sql("""
				select distinct person_id from role_grant
				where board_id = :board and role = :role and (school_id is null or :school::uuid is null or school_id = :school)
				and from_day <= :on and (until_day is null or until_day >= :on) order by person_id
				""").param("board", board).param("role", role.name()).param("school", school).param("on", on)
				.query((row, _) -> row.getObject(1, UUID.class)).list();
	}

	@Override
	@Transactional(readOnly = true)
	public Map<UUID, List<Grant>> at(UUID board, UUID school, LocalDate on) {
		record Held(UUID person, Grant grant) {
		}
		return database.sql("""
				select * from role_grant
				where board_id = :board and school_id = :school and from_day <= :on and (until_day is null or until_day >= :on)
				order by person_id, from_day, id
				""").param("board", board).param("school", school).param("on", on)
				.query((row, _) -> new Held(row.getObject("person_id", UUID.class), grant(row))).stream()
				.collect(Collectors.groupingBy(Held::person, LinkedHashMap::new, Collectors.mapping(Held::grant, Collectors.toList())));
	}

	private static Grant grant(ResultSet row) throws SQLException {
		return new Grant(Role.valueOf(row.getString("role")),
				scope(row.getObject("school_id", UUID.class), row.getObject("group_id", UUID.class)),
				Objects.requireNonNull(row.getObject("from_day", LocalDate.class)), row.getObject("until_day", LocalDate.class));
	}

	private static Scope scope(@Nullable UUID school, @Nullable UUID group) {
		if (school == null)
			return new Scope.Board();
		return group == null ? new Scope.School(school) : new Scope.Group(school, group);
	}

	private static @Nullable UUID school(Scope scope) {
		return switch (scope) {
			case Scope.Board() -> null;
			case Scope.School(var school) -> school;
			case Scope.Group(var school, _) -> school;
		};
	}

	private static @Nullable UUID group(Scope scope) {
		return switch (scope) {
			case Scope.Board(),Scope.School(_) -> null;
			case Scope.Group(_, var group) -> group;
		};
	}
}
