package nl.plaatsbaar.policy.advice;

import java.util.List;
import java.util.Optional;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.policy.StaffRoles;
import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Value;

/** What a signed-in person is at school: who asks "mag dit?", and who sees what only staff see. */
final class Staff {

	private static final Role[] STAFF = StaffRoles.EMPLOYED.toArray(Role[]::new);

	/** Whom {@link ChangePages} admits. */
	static final Role[] POLICY_MAKERS = {Role.POLICY_OFFICER, Role.EXECUTIVE_DIRECTOR, Role.DAILY_BOARD, Role.SUPERVISORY_BOARD,
		Role.PRINCIPAL,
		Role.LEADERSHIP, Role.COUNCIL, Role.JOINT_COUNCIL, Role.DPO, Role.COACH};

	private record Position(Role role, String actor) {}

	private static final List<Position> OTHERS = List.of(new Position(Role.INTERN, "intern"), new Position(Role.VOLUNTEER, "volunteer"),
			new Position(Role.PARENT, "parent"), new Position(Role.PUPIL, "pupil"));

	private Staff() {}

	static boolean isStaff(Actor actor) {
		return actor.hasAny(STAFF);
	}

	/** The value of {@code wie} he asks as; a teacher who is also a parent asks as a teacher, and can change it. */
	static Optional<Value> asks(Actor actor) {
		return isStaff(actor)
				? Fact.ACTOR.optionOfCode("employee")
				: OTHERS.stream().filter(other -> actor.has(other.role())).findFirst()
						.flatMap(other -> Fact.ACTOR.optionOfCode(other.actor()));
	}
}
