package nl.plaatsbaar.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.PolicyFile.Condition;
import nl.plaatsbaar.rules.PolicyFile.Rule;
import nl.plaatsbaar.rules.Value;

/**
 * The rules of one layer as Cedar: every rule and exception is a permit, so that the ids Cedar returns are the rules that hold. What
 * switches a rule off (its exceptions, with their own exceptions inside, and the rules that precede it) is an unless.
 */
final class CedarText {

	/** Where a rule stands: the conditions from the scope down to its own. */
	private record Part(Rule rule, List<Condition> when, List<Part> exceptions) {}

	private final PolicyFile policy;
	private final Map<String, Part> parts = new LinkedHashMap<>();
	private final Map<String, List<Part>> precededBy = new HashMap<>();

	private CedarText(PolicyFile policy) {
		this.policy = policy;
		var scope = policy.scope() == null ? List.<Condition>of() : List.of(policy.scope().when());
		policy.articles().forEach(article -> article.rules().forEach(rule -> part(rule, scope)));
		for (var part : parts.values())
			part.rule().precedes().forEach(weaker -> precededBy.computeIfAbsent(weaker, _ -> new ArrayList<>()).add(part));
	}

	/** The permits by rule id, and one for being inside the scope. */
	static Map<String, String> of(PolicyFile policy) {
		var text = new CedarText(policy);
		var permits = new LinkedHashMap<String, String>();
		if (policy.scope() != null)
			permits.put(Strictest.INSIDE, permit(List.of(policy.scope().when()), List.of()));
		text.parts.forEach((id, part) -> permits.put(id, text.permit(part)));
		return permits;
	}

	private Part part(Rule rule, List<Condition> above) {
		var when = new ArrayList<>(above);
		when.add(rule.when());
		var part = new Part(rule, when, new ArrayList<>());
		parts.put(rule.id(), part);
		for (var exception : rule.unless())
			part.exceptions().add(part(exception, when));
		return part;
	}

	private String permit(Part part) {
		var off = new ArrayList<>(part.exceptions());
		off.addAll(precededBy.getOrDefault(part.rule().id(), List.of()));
		return permit(part.when(), off);
	}

	private static String permit(List<Condition> when, List<Part> off) {
		var acts = when.stream().map(condition -> condition.values().get(Fact.ACT)).filter(values -> values != null).findFirst();
		var scope = acts.map(values -> " in " + actions(values)).orElse("");
		var unless = off.stream().map(part -> " unless { " + holds(part) + " }").collect(Collectors.joining());
		return "permit(principal, action" + scope + ", resource) when { " + all(when) + " }" + unless + ";";
	}

	/** Whether a rule holds, its exceptions counted; written inside another one. */
	private static String holds(Part part) {
		var exceptions = part.exceptions().stream().map(exception -> " && !" + holds(exception)).collect(Collectors.joining());
		return "(" + all(part.when()) + exceptions + ")";
	}

	private static String all(List<Condition> conditions) {
		var tests = conditions.stream().flatMap(condition -> tests(condition).stream()).distinct().collect(Collectors.joining(" && "));
		return tests.isEmpty() ? "true" : tests;
	}

	private static List<String> tests(Condition condition) {
		var tests = new ArrayList<String>();
		condition.values().forEach((fact, values) -> tests.add(test(fact, values)));
		if (!condition.anyOf().isEmpty())
			tests.add(condition.anyOf().stream().map(fact -> "context." + Peer.name(fact)).collect(Collectors.joining(" || ", "(", ")")));
		return tests;
	}

	private static String test(Fact fact, List<Value> values) {
		if (values.size() == fact.options().size())
			return "true";
		if (fact == Fact.ACT)
			return values.stream().map(value -> "action == Action::\"" + value.word() + "\"").collect(Collectors.joining(" || ", "(", ")"));
		if (fact.isYesNo())
			return (values.getFirst().index() == 1 ? "" : "!") + "context." + Peer.name(fact);
		var words = values.stream().map(value -> '"' + value.word() + '"').collect(Collectors.joining(", "));
		return values.size() == 1 ? "context." + Peer.name(fact) + " == " + words : "[" + words + "].contains(context." + Peer.name(fact) + ")";
	}

	private static String actions(List<Value> values) {
		return values.stream().map(value -> "Action::\"" + value.word() + "\"").collect(Collectors.joining(", ", "[", "]"));
	}
}
