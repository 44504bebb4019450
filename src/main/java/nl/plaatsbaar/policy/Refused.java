package nl.plaatsbaar.policy;

import java.util.List;

/** Something a person asked that cannot be done, as keys of the message bundle with what to fill in. Nothing has changed. */
final class Refused extends RuntimeException {

	private final transient List<Why> reasons;

	/** @param field the field of the form it is about, or an empty text */
	record Why(String field, String key, Object... with) {
	}

	Refused(List<Why> reasons) {
		super(reasons.toString());
		this.reasons = List.copyOf(reasons);
	}

	Refused(String field, String key, Object... with) {
		this(List.of(new Why(field, key, with)));
	}

	List<Why> reasons() {
		return reasons;
	}
}
