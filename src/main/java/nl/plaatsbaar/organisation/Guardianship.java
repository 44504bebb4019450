package nl.plaatsbaar.organisation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who cares for a child, from a day on and until the last day it counts. Ends by a date, is never overwritten.
 *
 * @param authority whether this person has parental authority (ouderlijk gezag, or the voogdij): only then may he consent for the
 * child. Divorce leaves the authority of both parents as it was (BW 1:251).
 */
public record Guardianship(Person guardian, Person child, Kind kind, boolean authority, LocalDate from, @Nullable LocalDate until) {

	/** Parental authority and voogdij end on the eighteenth birthday (BW 1:233); speaking for somebody who cannot decide alone does not. */
	public boolean authorityOn(LocalDate day) {
		return authority && (kind == Kind.REPRESENTATIVE || child.ageOn(day).orElse(0) < 18);
	}

	public enum Kind {
		/** A parent, with or without authority. */
		PARENT,
		/** A voogd. */
		GUARDIAN,
		/** Speaks for somebody who cannot decide alone, also from the sixteenth birthday on: a mentor or curator. */
		REPRESENTATIVE
	}
}
