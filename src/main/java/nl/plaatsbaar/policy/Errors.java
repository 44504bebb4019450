package nl.plaatsbaar.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a form: field and sentence, one per field, in the order of the form. */
final class Errors {

	private Errors() {
	}

	static Map<String, String> of(Refused refused, Words words) {
		var errors = new LinkedHashMap<String, String>();
		for (var why : refused.reasons())
			errors.merge(why.field(), words.say(why.key(), why.with()), (one, other) -> one + " " + other);
		return errors;
	}
}
