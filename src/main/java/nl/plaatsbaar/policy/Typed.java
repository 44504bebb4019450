package nl.plaatsbaar.policy;

import org.jspecify.annotations.Nullable;

/** What people type into forms, without what only looks like typing. */
final class Typed {

	/** Longer than any article anybody wrote. */
	private static final int MOST = 20_000;

	private Typed() {
	}

	/** One line; a field that was not sent is an empty one. */
	static String line(@Nullable String typed) {
		return text(typed).replace('\n', ' ').strip();
	}

	/** Several lines. */
	static String text(@Nullable String typed) {
		var clean = typed == null ? "" : Yaml.clean(typed).strip();
		return clean.length() > MOST ? clean.substring(0, MOST) : clean;
	}
}
