package nl.plaatsbaar.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import nl.plaatsbaar.rules.PolicyFile.Rule;

/**
 * Where the rules of one policy hold: each rule's own situations without those of its exceptions, inside the policy's scope, and
 * without the situations in which a rule that precedes it holds.
 */
final class Reach {

	private final Map<String, Region> ownById = new LinkedHashMap<>();
	private final Map<String, Rule> rules = new LinkedHashMap<>();
	private final Region scope;

	Reach(PolicyFile policy) {
		var reads = policy.scope();
		scope = reads == null ? Region.EVERYTHING : Region.of(Box.of(reads.when()));
		for (var article : policy.articles())
			for (var rule : article.rules())
				own(rule, scope);
	}

	Region scope() {
		return scope;
	}

	/** Fills in where the rule holds and gives back where it bites, to be taken from the rule it is an exception to. */
	private Region own(Rule rule, Region within) {
		rules.put(rule.id(), rule);
		var when = within.and(Region.of(Box.of(rule.when())));
		var holds = when;
		for (var exception : rule.unless())
			holds = holds.minus(own(exception, when));
		ownById.put(rule.id(), holds);
		return holds;
	}

	Region own(String id) {
		return ownById.getOrDefault(id, Region.NOTHING);
	}

	/** Where the rule holds and counts, by full id, in the order of the file. */
	Map<String, Region> counting() {
		var counting = new LinkedHashMap<String, Region>();
		rules.keySet().forEach(id -> counting.put(id, own(id)));
		for (var rule : rules.values())
			for (var weaker : rule.precedes())
				counting.computeIfPresent(weaker, (_, region) -> region.minus(own(rule.id())));
		return counting;
	}

	/** The region of one rule, or the error that says which rule falls into too many pieces. */
	static List<Rule> tooManyPieces(PolicyFile policy) {
		return policy.articles().stream().flatMap(article -> article.rules().stream()).filter(rule -> {
			try {
				new Reach(policy, rule);
				return false;
			} catch (Region.TooManyPieces tooMany) {
				return true;
			}
		}).toList();
	}

	private Reach(PolicyFile policy, Rule only) {
		var reads = policy.scope();
		scope = reads == null ? Region.EVERYTHING : Region.of(Box.of(reads.when()));
		own(only, scope);
	}
}
