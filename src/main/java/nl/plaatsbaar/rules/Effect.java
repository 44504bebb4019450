package nl.plaatsbaar.rules;

import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What a rule does where it holds. The first four decide, the strictest first; the others ride along. */
public enum Effect {

	FORBIDDEN("verboden", Outcome.FORBIDDEN), PERMISSION_NEEDED("toestemming-nodig", Outcome.PERMISSION_NEEDED), JUDGEMENT("afweging",
			Outcome.JUDGEMENT), ALLOWED("toegestaan", Outcome.ALLOWED),
	/** Something to do along with it. */
	DUTY("plicht", null),
	/** Somebody to tell. */
	TELL("melden", null),
	/** A thought before you act. */
	WARNING("waarschuwing", null),
	/** An exception that only switches its rule off. */
	EXEMPTION("uitzondering", null),
	/** Not a rule: the sentence that keeps a situation outside the policy. */
	OUT_OF_SCOPE("reikwijdte", null),
	/** Not a rule: the policy's own sentence on what it does not regulate. */
	GAP("leemte", null);

	private final String word;
	private final @Nullable Outcome outcome;

	Effect(String word, @Nullable Outcome outcome) {
		this.word = word;
		this.outcome = outcome;
	}

	/** The effect with this word, of those that a rule can be written with. */
	public static Optional<Effect> ofWord(String word) {
		return Stream.of(values()).filter(e -> e.compareTo(WARNING) <= 0 && e.word.equals(word)).findFirst();
	}

	public String word() {
		return word;
	}

	/** The outcome it decides on; empty for what rides along. */
	public Optional<Outcome> outcome() {
		return Optional.ofNullable(outcome);
	}

	public boolean decides() {
		return outcome != null;
	}
}
