package nl.plaatsbaar.organisation;

import java.time.LocalDate;
import java.time.Period;
import java.util.OptionalInt;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody a board knows; what this person is to a school is told by roles, not here.
 *
 * @param firstName the name people call this person by
 * @param name the full name as it is said: first name, prefix, surname
 * @param bornOn nothing when not known; whoever decides on age then counts this person as younger than sixteen
 */
public record Person(UUID board, UUID id, String firstName, String name, @Nullable LocalDate bornOn, @Nullable String email) {

	/** Age in years on that day, empty when the birth date is not known. */
	public OptionalInt ageOn(LocalDate day) {
		return bornOn == null ? OptionalInt.empty() : OptionalInt.of(Period.between(bornOn, day).getYears());
	}
}
