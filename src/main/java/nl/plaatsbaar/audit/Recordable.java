package nl.plaatsbaar.audit;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something worth remembering: what happened, to what. Never contains secrets, nor more about a person than is needed to
 * find back who did what.
 *
 * @param what lower-case words with dots, the module first: {@code policy.addition.added}
 * @param subjectKind the kind of thing it happened to ({@code person}, {@code policy}), or nothing
 * @param subject the id of that thing, or nothing
 * @param details a few short facts, name and value
 */
public record Recordable(String what, @Nullable String subjectKind, @Nullable UUID subject, Map<String, String> details) {

	public Recordable {
		if (!what.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+"))
			throw new IllegalArgumentException(
					"'%s' does not name an event: write it as module.thing.happened, in lower case".formatted(what));
		details = Map.copyOf(details);
	}

	public static Recordable of(String what) {
		return new Recordable(what, null, null, Map.of());
	}

	public static Recordable of(String what, String subjectKind, UUID subject) {
		return new Recordable(what, subjectKind, subject, Map.of());
	}

	/** The same event with one more fact. */
	public Recordable with(String name, String value) {
		var more = new java.util.HashMap<>(details);
		more.put(name, value);
		return new Recordable(what, subjectKind, subject, more);
	}
}
