package nl.plaatsbaar.access;

import java.util.UUID;

/** How far a role reaches: the whole board, one school, or one group within a school. */
public sealed interface Scope {

	record Board() implements Scope {
	}

	record School(UUID school) implements Scope {
	}

	record Group(UUID school, UUID group) implements Scope {
	}

	/** Whether a role given here counts at that school. */
	default boolean reaches(UUID other) {
		return switch (this) {
			case Board() -> true;
			case School(var school) -> school.equals(other);
			case Group(var school, _) -> school.equals(other);
		};
	}
}
