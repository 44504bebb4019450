package nl.plaatsbaar.policy.advice;

import java.util.concurrent.ConcurrentHashMap;

import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.RuleSet;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as they were written down. The same rules say the same of the same situation, and most people ask the same, so an answer is
 * worked out once. When there is no more room it starts afresh, so that nobody can make it eat the memory.
 */
@Component
class Answered {

	/** A few kilobytes each. */
	private static final int MOST = 2_000;

	private record Question(RuleSet rules, Facts facts) {}

	private final JsonMapper json;
	private final ConcurrentHashMap<Question, byte[]> written = new ConcurrentHashMap<>();

	Answered(JsonMapper json) {
		this.json = json;
	}

	/** The {@link Advice} as JSON. */
	byte[] by(Desk desk, Facts facts) {
		var question = new Question(desk.rules(), facts);
		var before = written.get(question);
		if (before != null)
			return before;
		var answer = json.writeValueAsBytes(Advice.of(desk, facts));
		if (written.size() >= MOST)
			written.clear();
		written.put(question, answer);
		return answer;
	}
}
