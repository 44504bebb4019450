package nl.plaatsbaar.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is asking: a signed-in person of one board with the roles that count today. Controllers get it as a parameter
 * ({@code Actor actor}, or {@code Optional<Actor> actor} on pages that admit everyone).
 */
public record Actor(UUID board, UUID person, String name, List<Grant> grants) {

	public Actor {
		grants = List.copyOf(grants);
	}

	/** Whether the actor has this role at that school, for the whole board, for the school itself or for a group in it. */
	public boolean may(Role role, UUID school) {
		return grants.stream().anyMatch(grant -> grant.role() == role && grant.scope().reaches(school));
	}

	/** Whether the actor has this role anywhere. */
	public boolean has(Role role) {
		return grants.stream().anyMatch(grant -> grant.role() == role);
	}

	public boolean hasAny(Role... roles) {
		return Stream.of(roles).anyMatch(this::has);
	}

	/** The schools the actor has a role at; a role for the whole board names none. */
	public Set<UUID> schools() {
		return grants.stream().flatMap(grant -> switch (grant.scope()) {
			case Scope.Board() -> Stream.<UUID>empty();
			case Scope.School(var school) -> Stream.of(school);
			case Scope.Group(var school, _) -> Stream.of(school);
		}).collect(Collectors.toUnmodifiableSet());
	}
}
