package nl.plaatsbaar.bench;

import java.util.LinkedHashSet;
import java.util.SplittableRandom;

import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Facts;

/** Situations by chance, the same ones for the same seed. */
final class Chance {

	private final SplittableRandom random;

	Chance(long seed) {
		random = new SplittableRandom(seed);
	}

	/** Every fact known; what is yes or no is yes three times in ten. */
	Facts complete() {
		var facts = Facts.NONE;
		for (var fact : Fact.values())
			facts = facts.with(fact.options().get(fact.isYesNo() ? random.nextInt(10) < 3 ? 1 : 0 : random.nextInt(fact.options().size())));
		return facts;
	}

	/** Who does what is known; of the other facts one half is. */
	Facts partly() {
		var facts = complete();
		for (var fact : Fact.values())
			if (fact != Fact.ACTOR && fact != Fact.ACT && random.nextBoolean())
				facts = facts.without(fact);
		return facts;
	}

	/** Who does what is known, and one thing more. */
	Facts three() {
		var complete = complete();
		var third = Fact.values()[2 + random.nextInt(Fact.values().length - 2)];
		var facts = Facts.NONE;
		for (var value : complete.values())
			if (value.fact() == Fact.ACTOR || value.fact() == Fact.ACT || value.fact() == third)
				facts = facts.with(value);
		return facts;
	}

	Facts[] complete(int many) {
		var facts = new Facts[many];
		for (int i = 0; i < many; i++)
			facts[i] = complete();
		return facts;
	}

	Facts[] partly(int many) {
		var facts = new Facts[many];
		for (int i = 0; i < many; i++)
			facts[i] = partly();
		return facts;
	}

	/** All of them different. */
	Facts[] three(int many) {
		var facts = new LinkedHashSet<Facts>();
		while (facts.size() < many)
			facts.add(three());
		return facts.toArray(Facts[]::new);
	}
}
