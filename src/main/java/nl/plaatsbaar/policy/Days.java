package nl.plaatsbaar.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Days as people write them: "1 februari 2025", or "juni 2015" where no day is known. */
final class Days {

	static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

	private Days() {
	}

	static String written(Temporal on, Locale language) {
		var locale = language.getLanguage().equals("nl") ? DUTCH : language;
		var pattern = on instanceof YearMonth ? "MMMM yyyy" : "d MMMM yyyy";
		return DateTimeFormatter.ofPattern(pattern, locale).format(on);
	}

	static @Nullable LocalDate read(@Nullable String typed) {
		try {
			return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
		} catch (DateTimeException _) {
			return null;
		}
	}
}
