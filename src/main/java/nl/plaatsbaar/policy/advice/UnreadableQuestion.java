package nl.plaatsbaar.policy.advice;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A question that cannot be answered as it was asked: which field, what was there, what may be there. */
final class UnreadableQuestion extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final String field;
	private final transient @Nullable Object value;
	private final List<String> allowed;

	UnreadableQuestion(String field, @Nullable Object value, String message, Collection<String> allowed) {
		super(message);
		this.field = field;
		this.value = value;
		this.allowed = List.copyOf(allowed);
	}

	String field() {
		return field;
	}

	@Nullable
	Object value() {
		return value;
	}

	List<String> allowed() {
		return allowed;
	}
}
