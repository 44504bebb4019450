package nl.plaatsbaar.rules;

import nl.plaatsbaar.rules.PolicyFile.Rule;

/**
 * Rules and situations in plain English, made from the machine's own reading: whoever checks a policy sees what the rule really does, not
 * what its sentence promises.
 */
public final class PlainEnglish {

	private static final Wording WORDING = Wording.of("en");

	private PlainEnglish() {}

	/** A rule or an exception as a sentence: "An employee may not become friends with a pupil, unless …". */
	public static String sentence(Rule rule) {
		return WORDING.sentence(rule);
	}

	/** What is known of a situation: "As an employee you want to …". */
	public static String describe(Facts facts) {
		return WORDING.describe(facts);
	}

	/** One value, as the end of a clause after "if": "people can be seen". */
	public static String clause(Value value) {
		return WORDING.clause(value);
	}

	/** "the parents", "the line manager". */
	public static String name(Authority authority) {
		return WORDING.name(authority);
	}
}
