package nl.plaatsbaar.organisation;

import static nl.plaatsbaar.access.Role.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Grant;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.access.Scope;

class RoleGivingTest {

	private final UUID deVlieger = UUID.randomUUID();
	private final UUID hetBaken = UUID.randomUUID();
	private final UUID somebody = UUID.randomUUID();
	private final Scope atDeVlieger = new Scope.School(deVlieger);
	private final Scope atHetBaken = new Scope.School(hetBaken);
	private final Scope everywhere = new Scope.Board();

	@Test
	void theSchoolOfficeKeepsTheRolesThatGiveNoSayOverOthers() {
		var office = holding(ADMINISTRATION, atDeVlieger);

		assertThat(may(office, TEACHER, new Scope.Group(deVlieger, UUID.randomUUID()))).isTrue();
		assertThat(may(office, VOLUNTEER, atDeVlieger)).isTrue();
		assertThat(may(office, LEADERSHIP, atDeVlieger)).isFalse();
		assertThat(may(office, COACH, atDeVlieger)).isFalse();
		assertThat(may(office, ADMINISTRATION, atDeVlieger)).isFalse();
	}

	@Test
	void aPrincipalAppointsAtTheOwnSchoolOnlyAndNoOtherPrincipal() {
		var principal = holding(PRINCIPAL, atDeVlieger);

		assertThat(may(principal, COACH, atDeVlieger)).isTrue();
		assertThat(may(principal, PRINCIPAL, atDeVlieger)).isFalse();
		assertThat(may(principal, TEACHER, atHetBaken)).isFalse();
		assertThat(may(principal, COACH, everywhere)).isFalse();
	}

	@Test
	void theDirectorAppointsEverywhereButNotThoseWhoWatchOverHim() {
		var director = holding(EXECUTIVE_DIRECTOR, everywhere);

		assertThat(may(director, PRINCIPAL, atHetBaken)).isTrue();
		assertThat(may(director, DPO, everywhere)).isTrue();
		assertThat(may(director, SUPERVISORY_BOARD, everywhere)).isFalse();
		assertThat(may(director, EXECUTIVE_DIRECTOR, everywhere)).isFalse();
		assertThat(may(director, ADMINISTRATOR, everywhere)).isFalse();
		assertThat(may(holding(ADMINISTRATOR, everywhere), SUPERVISORY_BOARD, everywhere)).isTrue();
	}

	@Test
	void nobodyGivesHimselfARole() {
		var director = holding(EXECUTIVE_DIRECTOR, everywhere);

		assertThat(RoleGiving.may(director, director.person(), COACH, atDeVlieger)).isFalse();
	}

	@Test
	void aTeacherOrAParentGivesNobodyARole() {
		for (var role : Role.values()) {
			assertThat(may(holding(TEACHER, atDeVlieger), role, atDeVlieger)).isFalse();
			assertThat(may(holding(PARENT, atDeVlieger), role, atDeVlieger)).isFalse();
		}
	}

	@Test
	void someRolesExistOnlyForAllSchoolsOrOnlyAtOne() {
		var administrator = holding(ADMINISTRATOR, everywhere);

		assertThat(may(administrator, SUPERVISORY_BOARD, atDeVlieger)).isFalse();
		assertThat(may(administrator, PRINCIPAL, new Scope.Group(deVlieger, UUID.randomUUID()))).isFalse();
		assertThat(may(administrator, TEACHER, everywhere)).isFalse();
	}

	@Test
	void whoIsAPupilOrAParentFollowsFromTheRegisterAndIsNeverGivenByHand() {
		var administrator = holding(ADMINISTRATOR, everywhere);

		assertThat(RoleGiving.choices(administrator, somebody, List.of(everywhere, atDeVlieger))).contains(PRINCIPAL, DPO)
				.doesNotContain(PUPIL, PARENT);
	}

	private boolean may(Actor actor, Role role, Scope scope) {
		return RoleGiving.may(actor, somebody, role, scope);
	}

	private Actor holding(Role role, Scope scope) {
		return new Actor(UUID.randomUUID(), UUID.randomUUID(), "", List.of(new Grant(role, scope, LocalDate.EPOCH, null)));
	}
}
