package nl.plaatsbaar.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import nl.plaatsbaar.rules.Effect;
import nl.plaatsbaar.rules.Layer;
import nl.plaatsbaar.rules.Outcome;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.Verdict;

/** From the rules that hold to the answer, the same for every peer: per layer the strictest rule, and then the strictest layer. */
final class Strictest {

	/** Stands for being inside the scope of a layer. */
	static final String INSIDE = "binnen-reikwijdte";

	private final List<PolicyFile> layers;
	private final List<Map<String, Integer>> numbers = new ArrayList<>();
	private final List<Effect> effects = new ArrayList<>();
	private final int[] from;

	Strictest(List<PolicyFile> layers) {
		this.layers = layers;
		from = new int[layers.size() + 1];
		for (int layer = 0; layer < layers.size(); layer++) {
			var ofLayer = new HashMap<String, Integer>();
			ofLayer.put(INSIDE, effects.size());
			effects.add(Effect.OUT_OF_SCOPE);
			for (var rule : layers.get(layer).rules()) {
				ofLayer.put(rule.id(), effects.size());
				effects.add(rule.effect());
			}
			numbers.add(ofLayer);
			from[layer + 1] = effects.size();
		}
	}

	/** The number of a rule, or of {@link #INSIDE}. */
	int number(int layer, Object id) {
		return numbers.get(layer).get(id);
	}

	Answer answer(BitSet holding) {
		var cited = new BitSet();
		var strictest = Outcome.OUT_OF_SCOPE;
		var policy = Outcome.NOT_REGULATED;
		for (int layer = 0; layer < layers.size(); layer++) {
			var outcome = outcome(layer, holding, cited);
			if (outcome.compareTo(strictest) < 0)
				strictest = outcome;
			if (layers.get(layer).layer() == Layer.POLICY)
				policy = outcome;
		}
		return new Answer(strictest.decides() ? strictest : policy, cited);
	}

	private Outcome outcome(int layer, BitSet holding, BitSet cited) {
		boolean inside = layers.get(layer).scope() == null || holding.get(from[layer]);
		Effect strictest = null;
		for (int i = holding.nextSetBit(from[layer] + 1); i >= 0 && i < from[layer + 1]; i = holding.nextSetBit(i + 1))
			if (effects.get(i).decides() && (strictest == null || effects.get(i).compareTo(strictest) < 0))
				strictest = effects.get(i);
		for (int i = holding.nextSetBit(from[layer] + 1); i >= 0 && i < from[layer + 1]; i = holding.nextSetBit(i + 1))
			if (!effects.get(i).decides() || effects.get(i) == strictest)
				cited.set(i);
		return strictest != null ? strictest.outcome().orElseThrow() : inside ? Outcome.NOT_REGULATED : Outcome.OUT_OF_SCOPE;
	}

	/** Our own verdict in the same form; the scope and the rule for gaps are no rules here. */
	Answer answer(Verdict verdict) {
		var cited = new BitSet();
		for (int layer = 0; layer < layers.size(); layer++)
			for (var reason : verdict.layers().get(layer).cited().toList())
				if (numbers.get(layer).containsKey(reason.rule()))
					cited.set(number(layer, reason.rule()));
		return new Answer(verdict.outcome(), cited);
	}
}
