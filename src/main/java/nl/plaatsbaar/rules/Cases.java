package nl.plaatsbaar.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import nl.plaatsbaar.rules.PolicyFile.Case;
import nl.plaatsbaar.rules.PolicyFile.Rule;

/** Runs the cases of a policy file against that file alone. */
public final class Cases {

	/** A case that does not come out as its file says. */
	public record Failed(Case scenario, Verdict verdict, List<String> notCited) {

		@Override
		public String toString() {
			var cited = verdict.cited().map(Reason::rule).distinct().collect(Collectors.joining(", "));
			var outcome = verdict.outcome() == scenario.outcome()
					? "de uitkomst klopt (%s)".formatted(scenario.outcome().word())
					: "verwacht was %s, het is %s".formatted(scenario.outcome().word(), verdict.outcome().word());
			var missing = notCited.isEmpty() ? "" : "; niet aangehaald: " + String.join(", ", notCited);
			return "regel %d, “%s”: %s%s; aangehaald: %s".formatted(scenario.line(), scenario.description(), outcome, missing,
					cited.isEmpty() ? "niets" : cited);
		}
	}

	private Cases() {}

	/** The cases that fail; empty when all is well. */
	public static List<Failed> run(PolicyFile policy) {
		var rules = RuleSet.of(policy);
		return policy.cases().stream().map(scenario -> {
			var verdict = rules.judge(scenario.facts());
			var cited = verdict.cited().map(Reason::rule).collect(Collectors.toSet());
			return new Failed(scenario, verdict, scenario.grounds().stream().filter(ground -> !cited.contains(ground)).toList());
		}).filter(result -> result.verdict.outcome() != result.scenario.outcome() || !result.notCited.isEmpty()).toList();
	}

	/** The rules and exceptions that no case names as its ground. */
	public static List<Rule> uncited(PolicyFile policy) {
		Set<String> cited = new HashSet<>();
		policy.cases().forEach(scenario -> cited.addAll(scenario.grounds()));
		return policy.rules().stream().filter(rule -> !cited.contains(rule.id())).toList();
	}
}
