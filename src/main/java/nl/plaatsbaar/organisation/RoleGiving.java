package nl.plaatsbaar.organisation;

import static nl.plaatsbaar.access.Role.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.access.Scope;

/** Who may give which role where, and take it away again. Nobody does so for himself; deny unless a line says yes. */
final class RoleGiving {

	/** Those who look after people and roles; how far, the role's own reach says. */
	static final Set<Role> OFFICE = EnumSet.of(ADMINISTRATION, PRINCIPAL, EXECUTIVE_DIRECTOR, ADMINISTRATOR);

	/** Roles that give no say over others: the school office keeps them. */
	private static final Set<Role> EVERYDAY = EnumSet.of(EMPLOYEE, TEACHER, INTERN, VOLUNTEER, COUNCIL);

	/** Nobody appoints those who watch over him, nor his own successor. */
	private static final Set<Role> APPOINTED_FROM_ABOVE = EnumSet.of(EXECUTIVE_DIRECTOR, DAILY_BOARD, SUPERVISORY_BOARD, ADMINISTRATOR);

	private RoleGiving() {
	}

	static boolean may(Actor actor, UUID to, Role role, Scope scope) {
		return !actor.person().equals(to) && canBeHeld(role, scope) && mayAt(actor, role, scope);
	}

	private static boolean mayAt(Actor actor, Role role, Scope scope) {
		if (forAllSchools(actor, ADMINISTRATOR) || forAllSchools(actor, EXECUTIVE_DIRECTOR) && !APPOINTED_FROM_ABOVE.contains(role))
			return true;
		return switch (scope) {
			case Scope.Board() -> false;
			case Scope.School(var school) -> mayAtSchool(actor, role, school);
			case Scope.Group(var school, _) -> mayAtSchool(actor, role, school);
		};
	}

	private static boolean mayAtSchool(Actor actor, Role role, UUID school) {
		return actor.may(PRINCIPAL, school) && role != PRINCIPAL || actor.may(ADMINISTRATION, school) && EVERYDAY.contains(role);
	}

	static boolean forAllSchools(Actor actor, Role role) {
		return actor.grants().stream().anyMatch(grant -> grant.role() == role && grant.scope() instanceof Scope.Board);
	}

	/** Whether the role exists at such a place: there is no principal of one group, and no supervisory board of one school. */
	static boolean canBeHeld(Role role, Scope scope) {
		return switch (role) {
			// Who is a pupil and who is a parent follows from enrolment and guardianship.
			case PUPIL, PARENT -> false;
			case JOINT_COUNCIL, EXECUTIVE_DIRECTOR, DAILY_BOARD, SUPERVISORY_BOARD, DPO, POLICY_OFFICER, ADMINISTRATOR ->
				scope instanceof Scope.Board;
			case LEADERSHIP, PRINCIPAL, COUNCIL -> scope instanceof Scope.School;
			case EMPLOYEE, SUPERVISOR, COACH, COMMUNICATIONS, ADMINISTRATION -> !(scope instanceof Scope.Group);
			case TEACHER, INTERN, VOLUNTEER -> !(scope instanceof Scope.Board);
		};
	}

	/** The roles this actor may give somebody at one or more of these places. */
	static List<Role> choices(Actor actor, UUID to, List<Scope> places) {
		return Arrays.stream(Role.values()).filter(role -> places.stream().anyMatch(place -> may(actor, to, role, place))).toList();
	}
}
