package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import nl.plaatsbaar.rules.PolicyFile.Rule;

/**
 * Where the rules of one policy hold and count: each rule's own situations inside the policy's scope, without those of its exceptions
 * and without those in which a rule that precedes it holds.
 */
final class Reach {

	/** A rule, where its conditions and those of the rules it is an exception to are met, and what takes situations away from it. */
	private static final class Part {
		private final Rule rule;
		private final Region when;
		private final Factors factors;
		private final List<Part> exceptions = new ArrayList<>();
		private final List<Part> precededBy = new ArrayList<>();

		Part(Rule rule, Region within, Factors factors) {
			this.rule = rule;
			this.factors = factors;
			when = within.and(Region.of(Box.of(rule.when())));
		}
	}

	private final Region scope;
	private final Map<String, Part> parts = new LinkedHashMap<>();
	private final Map<String, Region> holding = new HashMap<>();

	Reach(PolicyFile policy) {
		var scoped = policy.scope();
		scope = scoped == null ? Region.EVERYTHING : Region.of(Box.of(scoped.when()));
		var inside = Factors.within(scope);
		policy.articles().forEach(article -> article.rules().forEach(rule -> part(rule, scope, inside)));
		for (var part : parts.values())
			for (var weaker : part.rule.precedes())
				if (parts.containsKey(weaker))
					parts.get(weaker).precededBy.add(part);
	}

	private Part part(Rule rule, Region within, Factors factors) {
		var part = new Part(rule, within, factors.and(rule.when()));
		parts.put(rule.id(), part);
		for (var exception : rule.unless())
			part.exceptions.add(part(exception, part.when, part.factors));
		return part;
	}

	Region scope() {
		return scope;
	}

	/** Where a rule holds and counts, as far as it makes a difference to the verdict. */
	Region counting(Rule rule) {
		var part = part(rule);
		var counts = part.when;
		for (var taker : takers(part))
			if (!outranks(taker, part))
				counts = counts.minus(holding(taker));
		return counts;
	}

	/** The same in parts that are easier to look up: it counts where each of these holds. */
	List<Region> countingFactors(Rule rule) {
		var part = part(rule);
		var factors = part.factors;
		for (var exception : part.exceptions)
			if (!outranks(exception, part))
				factors = factors.minus(biting(exception.rule));
		for (var stronger : part.precededBy)
			if (!outranks(stronger, part))
				factors = factors.minus(holding(stronger));
		return factors.regions();
	}

	/** Where the conditions of an exception are met, whatever it is an exception to. */
	private static Region biting(Rule exception) {
		var bites = Region.of(Box.of(exception.when()));
		for (var nested : exception.unless())
			bites = bites.minus(biting(nested));
		return bites;
	}

	/** What is left of a region after everything that takes situations away from this rule. */
	Region leftOf(Region region, Rule rule) {
		var left = region;
		for (var taker : takers(part(rule)))
			left = left.minus(holding(taker));
		return left;
	}

	private static List<Part> takers(Part part) {
		var takers = new ArrayList<>(part.exceptions);
		takers.addAll(part.precededBy);
		return takers;
	}

	/**
	 * The strictest wins anyway, so a stricter rule need not be taken out of a weaker one; doing so would cut it into hundreds of pieces.
	 */
	private static boolean outranks(Part taker, Part part) {
		return part.rule.effect().decides() && taker.rule.effect().compareTo(part.rule.effect()) < 0 && taker.precededBy.isEmpty();
	}

	private Region holding(Part part) {
		var known = holding.get(part.rule.id());
		if (known != null)
			return known;
		var holds = part.when;
		for (var exception : part.exceptions)
			holds = holds.minus(holding(exception));
		holding.put(part.rule.id(), holds);
		return holds;
	}

	private Part part(Rule rule) {
		var part = parts.get(rule.id());
		if (part == null)
			throw new IllegalArgumentException(rule.id() + " is not in this policy");
		return part;
	}

	/** The rules that fall into more pieces than can be kept apart. */
	List<Rule> tooManyPieces() {
		return parts.values().stream().map(part -> part.rule).filter(rule -> {
			try {
				counting(rule);
				return false;
			} catch (Region.TooManyPieces tooMany) {
				return true;
			}
		}).toList();
	}
}
