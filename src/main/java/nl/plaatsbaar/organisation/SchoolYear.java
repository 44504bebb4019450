package nl.plaatsbaar.organisation;

import java.time.LocalDate;
import java.time.Month;
import java.util.UUID;

/**
 * A school year of a board.
 *
 * @param year as people write it: {@code 2026-2027}
 * @param endsOn the last day of it
 */
public record SchoolYear(UUID board, String year, LocalDate startsOn, LocalDate endsOn) {

	/** The year a day falls in when nothing else was agreed: from 1 August up to and including 31 July. */
	static SchoolYear around(UUID board, LocalDate day) {
		var first = day.getMonth().compareTo(Month.AUGUST) < 0 ? day.getYear() - 1 : day.getYear();
		return new SchoolYear(board, first + "-" + (first + 1), LocalDate.of(first, Month.AUGUST, 1),
				LocalDate.of(first + 1, Month.JULY, 31));
	}
}
