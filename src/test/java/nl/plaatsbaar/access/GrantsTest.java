package nl.plaatsbaar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.audit.AuditLog;

/** Roles begin and end on a day, reach as far as they were given, and whoever gave them is remembered. */
@PlaatsbaarTest
class GrantsTest {

	private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
	private static final LocalDate LAST = LocalDate.of(2027, 7, 31);

	private final UUID person = UUID.randomUUID();
	private final Actor hanneke = new Actor(Cast.board(), Cast.hanneke().id(), Cast.hanneke().name(), java.util.List.of());

	@Autowired
	Grants grants;

	@Autowired
	AuditLog log;

	@Autowired
	Tenancy tenancy;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient database;

	@Test
	void aRoleCountsFromItsFirstToItsLastDay() {
		var coach = new Grant(Role.COACH, new Scope.School(Cast.hetBaken()), FIRST, LAST);
		give(coach);

		assertThat(holders(Role.COACH, FIRST.minusDays(1))).doesNotContain(person);
		assertThat(holders(Role.COACH, FIRST)).contains(person);
		assertThat(holders(Role.COACH, LAST)).contains(person);
		assertThat(holders(Role.COACH, LAST.plusDays(1))).doesNotContain(person);
	}

	@Test
	void aRoleForTheWholeBoardCountsAtEverySchool() {
		give(new Grant(Role.COMMUNICATIONS, new Scope.Board(), FIRST, null));

		assertThat(holders(Role.COMMUNICATIONS, FIRST)).contains(person);
		assertThat(tenancy.as(Cast.board(), () -> grants.at(Cast.board(), Cast.hetBaken(), FIRST))).doesNotContainKey(person);
	}

	@Test
	void aTeacherOfOneGroupTeachesAtThatSchoolAndNowhereElse() {
		var teacher = new Actor(Cast.board(), person, "Samira",
				java.util.List.of(new Grant(Role.TEACHER, new Scope.Group(Cast.deVlieger(), Cast.groep6A()), FIRST, null)));

		assertThat(teacher.may(Role.TEACHER, Cast.deVlieger())).isTrue();
		assertThat(teacher.may(Role.TEACHER, Cast.hetBaken())).isFalse();
		assertThat(teacher.may(Role.PRINCIPAL, Cast.deVlieger())).isFalse();
		assertThat(teacher.schools()).isEqualTo(Set.of(Cast.deVlieger()));
		assertThat(teacher.hasAny(Role.COACH, Role.TEACHER)).isTrue();
	}

	@Test
	void nobodyHasTheSameRoleTwiceOnOneDay() {
		give(new Grant(Role.COACH, new Scope.School(Cast.hetBaken()), FIRST, LAST));

		assertThatThrownBy(() -> give(new Grant(Role.COACH, new Scope.School(Cast.hetBaken()), LAST, null)))
				.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("already has the role");
		assertThatThrownBy(() -> tenancy.as(Cast.board(), () -> database.sql("""
				insert into role_grant (board_id, person_id, role, school_id, from_day) values (:board, :person, 'COACH', :school, :last)
				""").param("board", Cast.board()).param("person", person).param("school", Cast.hetBaken()).param("last", LAST).update()))
				.as("not even when two hand it out at once").isInstanceOf(DataIntegrityViolationException.class);
		give(new Grant(Role.COACH, new Scope.School(Cast.hetBaken()), LAST.plusDays(1), null));
		give(new Grant(Role.COACH, new Scope.School(Cast.deWerf()), FIRST, null));
	}

	@Test
	void aRoleThatWasGivenByMistakeIsAsIfNeverGiven() {
		var mistake = new Grant(Role.PRINCIPAL, new Scope.Board(), FIRST, null);
		give(mistake);

		end(mistake, FIRST.minusDays(1));

		assertThat(roles()).isEmpty();
		assertThat(tenancy.as(Cast.board(), () -> log.about(Cast.board(), person, 10))).extracting(event -> event.what())
				.containsExactly("access.role.ended", "access.role.given");
	}

	@Test
	void whoGaveARoleIsRemembered() {
		give(new Grant(Role.COACH, new Scope.School(Cast.hetBaken()), FIRST, LAST));

		assertThat(tenancy.as(Cast.board(), () -> log.about(Cast.board(), person, 1))).singleElement().satisfies(event -> {
			assertThat(event.person()).isEqualTo(Cast.hanneke().id());
			assertThat(event.details()).containsEntry("role", "COACH").containsEntry("from", "2026-08-01").containsEntry("until",
					"2027-07-31");
		});
	}

	@Test
	void whatIsNotThereCannotEnd() {
		assertThatThrownBy(() -> end(new Grant(Role.COACH, new Scope.Board(), FIRST, null), LAST))
				.isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining("no role COACH");
		assertThatThrownBy(() -> new Grant(Role.COACH, new Scope.Board(), LAST, FIRST)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> tenancy.as(Cast.board(),
				() -> grants.give(Cast.board(), person, new Grant(Role.COACH, new Scope.Board(), FIRST, null),
						hanneke)))
				.isInstanceOf(IllegalTransactionStateException.class);
	}

	private void give(Grant grant) {
		tenancy.as(Cast.board(), () -> transaction.executeWithoutResult(_ -> grants.give(Cast.board(), person, grant, hanneke)));
	}

	private void end(Grant grant, LocalDate lastDay) {
		tenancy.as(Cast.board(), () -> transaction.executeWithoutResult(_ -> grants.end(Cast.board(), person, grant, lastDay, hanneke)));
	}

	private java.util.List<UUID> holders(Role role, LocalDate on) {
		return tenancy.as(Cast.board(), () -> grants.holders(Cast.board(), role, Cast.hetBaken(), on));
	}

	private java.util.List<Grant> roles() {
		return tenancy.as(Cast.board(), () -> grants.of(Cast.board(), person));
	}
}
