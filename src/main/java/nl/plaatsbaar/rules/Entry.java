package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.List;

import nl.plaatsbaar.rules.PolicyFile.Rule;

import org.jspecify.annotations.Nullable;

/**
 * One line of a rule set: where it holds and what is then cited. A layer with a scope has one entry without a reason, for being
 * inside it.
 *
 * @param layer index of the layer in the rule set
 * @param factors the region in parts: it holds where all of these do
 */
record Entry(int layer, @Nullable Reason reason, Region region, List<Region> factors) {

	static List<Entry> of(PolicyFile policy, Reach reach, int layer) {
		var entries = new ArrayList<Entry>();
		if (policy.scope() != null)
			entries.add(new Entry(layer, null, reach.scope(), List.of(reach.scope())));
		for (var rule : policy.rules())
			entries.add(new Entry(layer, reason(policy, rule), reach.counting(rule), reach.countingFactors(rule)));
		return entries;
	}

	private static Reason reason(PolicyFile policy, Rule rule) {
		return new Reason(rule.clause(), rule.article(), rule.id(), rule.sentence(), policy.id(), policy.version(), rule.effect(),
				rule.reading(), rule.instead(), rule.readyText(), rule.authorities());
	}

	/** Not a rule, but being inside the scope of the layer. */
	boolean isScope() {
		return reason == null;
	}

	Effect effect() {
		return reason == null ? Effect.OUT_OF_SCOPE : reason.effect();
	}

	List<Authority> authorities() {
		return reason == null ? List.of() : reason.authorities();
	}

	String id() {
		return reason == null ? "" : reason.rule();
	}
}
