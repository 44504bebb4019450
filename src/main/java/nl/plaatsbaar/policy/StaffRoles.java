package nl.plaatsbaar.policy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.plaatsbaar.access.Role;

/** Who works for the schools: one list, so that nobody is staff on one page and a stranger on another. */
public final class StaffRoles {

	/** Who is employed by the board, or is the board. */
	public static final Set<Role> EMPLOYED = Set.of(Role.EMPLOYEE, Role.TEACHER, Role.SUPERVISOR, Role.COACH, Role.LEADERSHIP,
			Role.PRINCIPAL, Role.COMMUNICATIONS, Role.ADMINISTRATION, Role.EXECUTIVE_DIRECTOR, Role.DAILY_BOARD, Role.POLICY_OFFICER,
			Role.DPO);

	/** Who works there, paid or not. */
	public static final Set<Role> ALL = Stream.concat(EMPLOYED.stream(), Stream.of(Role.INTERN, Role.VOLUNTEER))
			.collect(Collectors.toUnmodifiableSet());

	private StaffRoles() {
	}
}
