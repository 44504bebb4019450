package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Situations by chance; traits are more often absent than there, as in life. */
final class RandomFacts {

	private RandomFacts() {}

	static Facts complete(RandomGenerator random) {
		long choices = 0;
		long flags = 0;
		for (var fact : Fact.values())
			if (fact.isYesNo())
				flags |= (random.nextInt(10) < 3 ? 2L : 1L) << 2 * (fact.ordinal() - Fact.CHOICES);
			else
				choices |= (1L + random.nextInt(fact.options().size())) << 4 * fact.ordinal();
		return new Facts(choices, flags);
	}

	/** Some facts unknown, but never more than some thousands of completions. */
	static Facts partly(RandomGenerator random) {
		var facts = complete(random);
		long completions = 1;
		for (int i = 0; i < 12; i++) {
			var fact = Fact.values()[random.nextInt(Fact.values().length)];
			completions *= fact.presumed().isPresent() ? 1 : fact.options().size();
			if (completions > 1_500)
				return facts;
			facts = facts.without(fact);
		}
		return facts;
	}

	/** Everything that may be the case: any value of what is taken as both, the presumed value of the rest. */
	static List<Facts> completions(Facts facts) {
		var completions = List.of(facts);
		for (var fact : Fact.values())
			if (!facts.knows(fact)) {
				var values = presumed(fact, facts).map(List::of).orElse(fact.options());
				var more = new ArrayList<Facts>();
				for (var each : completions)
					values.forEach(value -> more.add(each.with(value)));
				completions = more;
			}
		return completions;
	}

	private static final Set<String> AIMED_AT_SOMEBODY = Set.of("connect", "follow", "message");
	private static final Set<String> IN_WORDS = Set.of("message", "reply");

	/** Some things go without saying about an act or a consent; what then is presumed is in the rule language. */
	private static Optional<Value> presumed(Fact fact, Facts facts) {
		var act = facts.value(Fact.ACT);
		if (act != null && fact == Fact.COUNTERPART && !AIMED_AT_SOMEBODY.contains(act.code()))
			return fact.optionOfWord("publiek");
		if (act != null && fact.isTrait() && IN_WORDS.contains(act.code()))
			return Optional.of(fact.no());
		if (fact == Fact.AGE && facts.has(Fact.CONSENT_FROM.optionOfCode("person").orElseThrow()))
			return fact.optionOfCode("16-plus");
		return fact.presumed();
	}
}
