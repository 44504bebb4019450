package nl.plaatsbaar.policy.advice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import nl.plaatsbaar.rules.Authority;
import nl.plaatsbaar.rules.Effect;
import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.PolicyFile.Article;
import nl.plaatsbaar.rules.PolicyFile.Condition;
import nl.plaatsbaar.rules.PolicyFile.Rule;
import nl.plaatsbaar.rules.Value;

import org.springframework.util.MultiValueMap;

/** A policy with one rule changed, to see what that would do. It is only looked at, never kept. */
final class Amended {

	private Amended() {}

	/**
	 * @param form {@code verdict} (the word of an effect), {@code remove}, {@code noExceptions}, and per fact of the condition its
	 *             values under {@code if.<code>}
	 */
	static PolicyFile of(PolicyFile policy, Rule changed, MultiValueMap<String, String> form) {
		return with(policy, changed.id(), rule -> form.containsKey("remove") ? Stream.empty() : Stream.of(changed(rule, form)));
	}

	private static Rule changed(Rule rule, MultiValueMap<String, String> form) {
		var effect = Effect.ofWord(String.valueOf(form.getFirst("verdict"))).orElse(rule.effect());
		var unless = form.containsKey("noExceptions") ? List.<Rule>of() : rule.unless();
		return new Rule(rule.id(), rule.clause(), rule.sentence(), effect, new Condition(values(rule, form), rule.when().anyOf()), unless,
				authorities(rule, effect), rule.precedes(), rule.instead(), rule.readyText(), rule.reading(), rule.line());
	}

	/** What is ticked; a fact of which nothing or everything is ticked does not matter any more. */
	private static Map<Fact, List<Value>> values(Rule rule, MultiValueMap<String, String> form) {
		var values = new EnumMap<Fact, List<Value>>(Fact.class);
		for (var fact : Fact.values()) {
			var ticked = form.get("if." + fact.code());
			var chosen = ticked == null
					? List.<Value>of()
					: fact.options().stream().filter(option -> ticked.contains(option.code())).toList();
			if (!form.containsKey("edited"))
				chosen = rule.when().values().getOrDefault(fact, List.of());
			if (!chosen.isEmpty() && chosen.size() < fact.options().size())
				values.put(fact, chosen);
		}
		return values;
	}

	/** A rule that now asks for permission without saying whose asks the leadership; the reader of a policy would insist on a name. */
	private static List<Authority> authorities(Rule rule, Effect effect) {
		boolean needsSomebody = effect == Effect.PERMISSION_NEEDED || effect == Effect.TELL;
		return needsSomebody && rule.authorities().isEmpty() ? List.of(Authority.LEADERSHIP) : rule.authorities();
	}

	private static PolicyFile with(PolicyFile policy, String id, Function<Rule, Stream<Rule>> change) {
		var articles = new ArrayList<Article>();
		for (var article : policy.articles())
			articles.add(new Article(article.number(), article.ownNumber(), article.heading(), article.audience(), article.clauses(),
					article.kind(),
					article.text(),
					article.rules().stream().flatMap(rule -> rule.id().equals(id) ? change.apply(rule) : Stream.of(rule)).toList(),
					article.notEncoded(), article.line()));
		return new PolicyFile(policy.id(), policy.title(), policy.citationTitle(), policy.layer(), policy.version(), policy.validUntil(),
				policy.evaluation(), policy.owner(), policy.organisation(), policy.audiences(), policy.source(), policy.remark(),
				policy.adoption(),
				policy.publication(), policy.terms(), policy.scope(), policy.gap(), articles, policy.cases());
	}
}
