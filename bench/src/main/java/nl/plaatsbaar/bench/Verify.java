package nl.plaatsbaar.bench;

/** Every engine must give the same answer: the outcome, and the rules cited. Argument: how many situations for each policy. */
final class Verify {

	private Verify() {}

	public static void main(String[] arguments) throws Exception {
		int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
		int wrong = 0;
		for (var engine : Engine.values()) {
			int asked = 0;
			int outcomes = 0;
			int citations = 0;
			for (var policy : Bundle.POLICIES) {
				var layers = Bundle.layers(policy);
				var strictest = new Strictest(layers);
				var rules = Bundle.rules(policy);
				var peer = engine.with(layers, strictest);
				for (var facts : new Chance(11).complete(many)) {
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
