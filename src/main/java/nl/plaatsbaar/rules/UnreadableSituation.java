package nl.plaatsbaar.rules;

import java.util.List;

/** A situation with a field or a value that the vocabulary does not know. */
public final class UnreadableSituation extends Exception {

	private static final long serialVersionUID = 1;

	private final String field;
	private final String value;
	private final transient List<String> allowed;

	UnreadableSituation(String field, String value, List<String> allowed) {
		super("%s cannot be '%s'; it is one of %s".formatted(field, value, String.join(", ", allowed)));
		this.field = field;
		this.value = value;
		this.allowed = List.copyOf(allowed);
	}

	/** The field as it was given. */
	public String field() {
		return field;
	}

	/** The value that is not known; empty when the field itself is not known. */
	public String value() {
		return value;
	}

	/** The values there are, or the fields when the field is not known. */
	public List<String> allowed() {
		return allowed;
	}
}
