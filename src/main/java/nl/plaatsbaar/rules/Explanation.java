package nl.plaatsbaar.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import nl.plaatsbaar.rules.PolicyFile.Article;
import nl.plaatsbaar.rules.PolicyFile.Rule;

/** Why the answer is what it is: every layer, its articles, their rules and exceptions, each with what came of it. */
public record Explanation(Verdict verdict, List<LayerPart> layers) {

	/**
	 * One layer.
	 *
	 * @param scope whether the situation is inside the layer's scope
	 */
	public record LayerPart(PolicyFile policy, State scope, List<ArticlePart> articles) {}

	public record ArticlePart(Article article, List<RulePart> rules) {}

	/**
	 * One rule or exception.
	 *
	 * @param because the facts that make it fail, or that are unknown; for a rule that holds the facts it is about
	 * @param cited among the grounds of the verdict
	 */
	public record RulePart(Rule rule, State state, List<Fact> because, boolean cited, List<RulePart> unless) {}

	/** What came of a rule's condition. */
	public enum State {
		/** On what is known. */
		HOLDS,
		/** On what is known, at least one fact is otherwise. */
		FAILS,
		/** Nothing known is against it, but not everything is known. */
		UNKNOWN
	}

	static Explanation of(List<PolicyFile> layers, Verdict verdict, Facts facts) {
		var cited = Set.copyOf(verdict.cited().map(Explanation::key).distinct().toList());
		return new Explanation(verdict,
				layers.stream().map(policy -> new LayerPart(policy, scope(policy, facts), articles(policy, cited, facts)))
						.toList());
	}

	private static String key(Reason reason) {
		return reason.policy() + " " + reason.rule();
	}

	private static State scope(PolicyFile policy, Facts facts) {
		var scope = policy.scope();
		return scope == null ? State.HOLDS : new Test(scope.when(), facts).state();
	}

	private static List<ArticlePart> articles(PolicyFile policy, Set<String> cited, Facts facts) {
		return policy.articles().stream().filter(article -> !article.rules().isEmpty())
				.map(article -> new ArticlePart(article, rules(policy, article.rules(), cited, facts))).toList();
	}

	private static List<RulePart> rules(PolicyFile policy, List<Rule> rules, Set<String> cited, Facts facts) {
		return rules.stream().map(rule -> {
			var test = new Test(rule.when(), facts);
			return new RulePart(rule, test.state(), test.because(), cited.contains(policy.id() + " " + rule.id()),
					rules(policy, rule.unless(), cited, facts));
		}).toList();
	}

	/** A condition held against the facts. */
	private record Test(PolicyFile.Condition when, Facts facts) {

		State state() {
			if (failing().findAny().isPresent() || noneOfAny())
				return State.FAILS;
			return unknown().findAny().isPresent() ? State.UNKNOWN : State.HOLDS;
		}

		List<Fact> because() {
			return switch (state()) {
				case FAILS -> Stream.concat(failing(), noneOfAny() ? when.anyOf().stream() : Stream.empty()).toList();
				case UNKNOWN -> unknown().toList();
				case HOLDS -> Stream.concat(when.values().keySet().stream(), when.anyOf().stream().filter(facts::isYes)).toList();
			};
		}

		private Stream<Fact> failing() {
			return when.values().entrySet().stream()
					.filter(each -> facts.knows(each.getKey()) && each.getValue().stream().noneMatch(facts::has))
					.map(each -> each.getKey());
		}

		private boolean noneOfAny() {
			return !when.anyOf().isEmpty() && when.anyOf().stream().allMatch(fact -> facts.has(fact.no()));
		}

		private Stream<Fact> unknown() {
			var single = when.values().keySet().stream().filter(fact -> !facts.knows(fact));
			var any = when.anyOf().stream().anyMatch(facts::isYes)
					? Stream.<Fact>empty()
					: when.anyOf().stream().filter(fact -> !facts.knows(fact));
			return Stream.concat(single, any);
		}
	}
}
