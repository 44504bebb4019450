package nl.plaatsbaar.policy;

import java.util.List;

import nl.plaatsbaar.rules.Cases;
import nl.plaatsbaar.rules.Coverage;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.RuleSet;
import nl.plaatsbaar.rules.TooComplicated;

/** What the author of a policy should look at again, each in one sentence. Nothing here stops anybody else from reading it. */
record Checks(List<String> contradictions, List<String> neverDeciding, List<String> failingCases, List<String> withoutCase,
		List<String> unaccounted,
		List<String> gaps, List<String> tooComplicated) {

	private static final int MOST_GAPS = 5;

	static Checks of(PolicyFile file, Words words) {
		try {
			var rules = RuleSet.of(file);
			return new Checks(
					rules.contradictions().stream()
							.map(one -> words.say("policy.check.contradiction", one.allows().id(), one.restricts().id(),
									words.situation(one.example())))
							.toList(),
					rules.neverDecide().stream().map(rule -> words.say("policy.check.never-decides", rule.id())).toList(),
					Cases.run(file).stream().map(Cases.Failed::toString).toList(),
					Cases.uncited(file).stream().map(rule -> words.say("policy.check.no-case", rule.id())).toList(),
					Coverage.of(file).unaccounted().stream()
							.map(sentence -> words.say("policy.check.unaccounted", sentence.article(), sentence.text()))
							.toList(),
					rules.gaps(MOST_GAPS).stream().map(gap -> words.say("policy.check.gap", words.situation(gap.example()))).toList(),
					List.of());
		} catch (TooComplicated beyond) {
			return new Checks(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
					List.of(String.valueOf(beyond.getMessage())));
		}
	}

	public boolean allWell() {
		return contradictions.isEmpty() && neverDeciding.isEmpty() && failingCases.isEmpty() && withoutCase.isEmpty()
				&& unaccounted.isEmpty()
				&& tooComplicated.isEmpty();
	}
}
