package nl.plaatsbaar.rules;

import nl.plaatsbaar.rules.PolicyFile.Rule;

/**
 * Rules and situations in plain Dutch, made from the machine's own reading: whoever checks a policy sees what the rule really does, not
 * what its sentence promises.
 */
public final class PlainDutch {

	private static final Wording WORDING = Wording.of("nl");

	private PlainDutch() {}

	/** A rule or an exception as a sentence: "Een medewerker mag met een eigen account geen vrienden worden met een leerling, tenzij …". */
	public static String sentence(Rule rule) {
		return WORDING.sentence(rule);
	}

	/** What is known of a situation: "Jij wilt als medewerker …". */
	public static String describe(Facts facts) {
		return WORDING.describe(facts);
	}

	/** One value, as the end of a clause after "als": "er mensen in beeld zijn". */
	public static String clause(Value value) {
		return WORDING.clause(value);
	}

	/** "de ouders", "de leidinggevende". */
	public static String name(Authority authority) {
		return WORDING.name(authority);
	}
}
