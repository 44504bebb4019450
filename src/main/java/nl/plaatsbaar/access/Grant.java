package nl.plaatsbaar.access;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A role somebody has, how far it reaches and when.
 *
 * @param from the first day it counts
 * @param until the last day it counts; nothing means until further notice
 */
public record Grant(Role role, Scope scope, LocalDate from, @Nullable LocalDate until) {

	public Grant {
		if (until != null && until.isBefore(from))
			throw new IllegalArgumentException("a role cannot end on %s before it starts on %s".formatted(until, from));
	}

	public boolean counts(LocalDate on) {
		return !on.isBefore(from) && (until == null || !on.isAfter(until));
	}
}
