package nl.plaatsbaar.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An article a school added to the policy of its board: stricter, never looser.
 *
 * @param article its YAML, as one entry of {@code artikelen}
 * @param until   the first day it no longer holds
 */
record SchoolAddition(UUID board, UUID id, UUID school, String number, String heading, String article, String digest, LocalDate from,
		@Nullable LocalDate until, @Nullable UUID addedBy, Instant addedAt) {

	boolean holds(LocalDate on) {
		return !on.isBefore(from) && (until == null || on.isBefore(until));
	}

	/** An addition that ended on the day it began never counted. */
	boolean wasTakenBack() {
		return from.equals(until);
	}
}
