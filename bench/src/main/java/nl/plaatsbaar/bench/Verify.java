package nl.plaatsbaar.bench;

import java.util.Arrays;
import java.util.List;

/**
 * Every engine must give the same answer: the outcome, and the rules cited. Arguments: how many situations for each policy (the slowest
 * engine gets a tenth of them), and the engines, all when none is named.
 */
final class Verify {

	private Verify() {}

	public static void main(String[] arguments) throws Exception {
		int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
		var engines = arguments.length > 1 ? Arrays.stream(arguments).skip(1).map(Engine::valueOf).toList() : List.of(Engine.values());
		int wrong = 0;
		for (var engine : engines) {
			int asked = 0;
			int outcomes = 0;
			int citations = 0;
			for (var policy : Bundle.POLICIES) {
				var layers = Bundle.layers(policy);
				var strictest = new Strictest(layers);
				var rules = Bundle.rules(policy);
				var peer = engine.with(layers, strictest);
				for (var facts : new Chance(11).complete(engine == Engine.OPERATON_FEEL ? many / 10 : many)) {
					var ours = strictest.answer(rules.judge(facts));
					var theirs = strictest.answer(peer.holding(facts));
					asked++;
					if (ours.outcome() != theirs.outcome())
						outcomes++;
					else if (!ours.cited().equals(theirs.cited()))
						citations++;
					if (!ours.equals(theirs) && outcomes + citations == 1)
						System.out.printf("  first difference: %s %s%n  ours   %s%n  theirs %s%n", policy, facts, ours, theirs);
				}
			}
			wrong += outcomes + citations;
			System.out.printf("%-14s %,d situations: %d other outcomes, %d other citations%n", engine, asked, outcomes, citations);
		}
		System.exit(wrong == 0 ? 0 : 1);
	}
}
