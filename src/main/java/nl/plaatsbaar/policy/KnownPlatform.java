package nl.plaatsbaar.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import nl.plaatsbaar.rules.Platform;

/**
 * A platform of the register.
 *
 * @param from       the day it began, where known
 * @param until      the first day it could no longer be used; an old policy may still name it
 * @param ageSource  where the minimum age comes from, for the reader
 * @param ofTheBoard added by the board itself
 */
public record KnownPlatform(Platform platform, @Nullable LocalDate from, @Nullable LocalDate until, String ageSource, boolean ofTheBoard) {

	static final Comparator<KnownPlatform> BY_NAME = Comparator.comparing(known -> known.platform().name(), String.CASE_INSENSITIVE_ORDER);

	public boolean isInUse(LocalDate on) {
		return (from == null || !on.isBefore(from)) && (until == null || on.isBefore(until));
	}

	/** Whether people mean this platform by that word: its id, its name or what it is also called. */
	public boolean isCalled(String word) {
		var asked = word.strip().toLowerCase(Locale.ROOT);
		return Stream.concat(Stream.of(platform.id(), platform.name()), platform.synonyms().stream())
				.anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(asked));
	}
}
