package nl.plaatsbaar.policy.advice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.Outcome;

import org.jspecify.annotations.Nullable;

/**
 * Somebody doubts and asks the supervisor or coach, with the facts of the question and the answer the policy gave (ROE-B3, OSVS-M11,
 * KOM-M6). The answer is kept with the question.
 *
 * @param situation the question in a sentence, as the asker saw it
 * @param remark what the asker added; may be empty
 */
record Doubt(UUID id, @Nullable UUID school, UUID asker, UUID addressee, String policy, LocalDate version, Facts facts,
		@Nullable String platform, Outcome outcome, String situation, String remark, Instant askedAt, @Nullable Answer answer) {

	record Answer(String text, UUID by, Instant at) {}

	public boolean isOpen() {
		return answer == null;
	}

	boolean concerns(UUID person) {
		return asker.equals(person) || addressee.equals(person);
	}
}
