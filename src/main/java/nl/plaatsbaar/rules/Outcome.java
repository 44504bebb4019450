package nl.plaatsbaar.rules;

import java.util.Optional;
import java.util.stream.Stream;

/** What a policy says of a situation, the strictest first. */
public enum Outcome {

	FORBIDDEN("verboden"), PERMISSION_NEEDED("toestemming-nodig"), JUDGEMENT("afweging"), ALLOWED("toegestaan"), NOT_REGULATED(
			"niet-geregeld"), OUT_OF_SCOPE("valt-erbuiten");

	private final String word;

	Outcome(String word) {
		this.word = word;
	}

	public static Optional<Outcome> ofWord(String word) {
		return Stream.of(values()).filter(o -> o.word.equals(word)).findFirst();
	}

	/** The word in a policy file's cases. */
	public String word() {
		return word;
	}

	/** Does a rule say this, or is it what is left when no rule does? */
	public boolean decides() {
		return compareTo(ALLOWED) <= 0;
	}

	public boolean isStricterThan(Outcome other) {
		return compareTo(other) < 0;
	}
}
