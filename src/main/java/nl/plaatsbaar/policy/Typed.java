package nl.plaatsbaar.policy;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What people type into forms, without what only looks like typing. */
final class Typed {

	/** Longer than any article anybody wrote. */
	private static final int MOST = 20_000;
	private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	private Typed() {
	}

	/** One line; a field that was not sent is an empty one. */
	static String line(@Nullable String typed) {
		return text(typed).replace('\n', ' ').strip();
	}

	/** The id of one of our rows; nothing when it cannot be one. */
	static Optional<UUID> id(String typed) {
		return ID.matcher(typed).matches() ? Optional.of(UUID.fromString(typed)) : Optional.empty();
	}

	/** Several lines. */
	static String text(@Nullable String typed) {
		var clean = typed == null ? "" : Yaml.clean(typed).strip();
		return clean.length() > MOST ? clean.substring(0, MOST) : clean;
	}
}
