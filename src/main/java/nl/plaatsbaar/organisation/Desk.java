package nl.plaatsbaar.organisation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Grants;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.access.Scope;

/** What somebody who looks after people can see from his desk: his own schools and whoever has or had a role there. */
@Component
class Desk {

	private final Organisation organisation;
	private final Grants grants;

	Desk(Organisation organisation, Grants grants) {
		this.organisation = organisation;
		this.grants = grants;
	}

	List<School> schools(Actor actor) {
		return organisation.schools(actor.board()).stream().filter(school -> looksAfter(actor, school.id())).toList();
	}

	boolean looksAfter(Actor actor, UUID school) {
		return RoleGiving.OFFICE.stream().anyMatch(role -> actor.may(role, school));
	}

	boolean looksAfterAll(Actor actor) {
		return RoleGiving.OFFICE.stream().anyMatch(role -> RoleGiving.forAllSchools(actor, role));
	}

	/** Whoever keeps the system running has no business with a child's family. */
	boolean seesFamilies(Actor actor) {
		return actor.hasAny(Role.ADMINISTRATION, Role.PRINCIPAL, Role.EXECUTIVE_DIRECTOR);
	}

	boolean sees(Actor actor, UUID person) {
		return looksAfterAll(actor) || schoolsOf(actor.board(), person).stream().anyMatch(school -> looksAfter(actor, school));
	}

	/** The schools somebody has, had or will have a role at. */
	Set<UUID> schoolsOf(UUID board, UUID person) {
		var schools = new HashSet<UUID>();
		for (var grant : grants.of(board, person))
			switch (grant.scope()) {
				case Scope.Board() -> {
				}
				case Scope.School(var school) -> schools.add(school);
				case Scope.Group(var school, _) -> schools.add(school);
			}
		return schools;
	}
}
