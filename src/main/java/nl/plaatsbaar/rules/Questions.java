package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is still worth asking. "Can change" means: two situations that fit what is known and differ in this fact alone get another
 * outcome, permission, duty or person to tell. What rides along with a no does not count.
 *
 * @param possible the outcomes that are still possible
 * @param facts the unknown facts that can still change the answer, the most telling first; empty when it is certain
 */
@SuppressWarnings("EnumOrdinal") // the order of the values is their place in the bits
public record Questions(Set<Outcome> possible, List<Fact> facts) {

	public Questions {
		possible = Set.copyOf(possible);
		facts = List.copyOf(facts);
	}

	public boolean isCertain() {
		return facts.isEmpty();
	}

	static Questions of(Analysis analysis, Facts known) {
		var diagram = new Diagram();
		var open = open(known);
		int answer = diagram.copy(analysis.diagram, analysis.answer, open);
		var outcomes = new Outcomes(diagram, answer);
		var matter = EnumSet.noneOf(Fact.class);
		for (int riding : analysis.riding)
			matter.addAll(asked(diagram, diagram.copy(analysis.diagram, riding, open)));
		matter.addAll(asked(diagram, answer));
		return new Questions(outcomes.possible(), outcomes.mostTellingFirst(matter));
	}

	/** What is never asked is as it is presumed. */
	private static Box open(Facts known) {
		var facts = known;
		for (var fact : Fact.ALL)
			if (!fact.isAsked() && !known.knows(fact))
				facts = facts.with(fact.presumed().orElseThrow());
		return Box.completionsOf(facts);
	}

	private static Set<Fact> asked(Diagram diagram, int function) {
		var asked = EnumSet.noneOf(Fact.class);
		for (int node : new Paths(diagram, function).nodes())
			asked.add(Diagram.ORDER.get(diagram.levelOf(node)));
		return asked;
	}

	/** How much an answer to a question would still leave open, if every situation that fits were as likely. */
	private static final class Outcomes {

		private static final int KINDS = Outcome.values().length;

		private final Diagram diagram;
		private final Paths paths;
		private final double[][] below;
		private final double[] all;

		Outcomes(Diagram diagram, int answer) {
			this.diagram = diagram;
			paths = new Paths(diagram, answer);
			below = new double[diagram.size()][];
			var nodes = paths.nodes();
			for (int i = nodes.length - 1; i >= 0; i--)
				below[nodes[i]] = below(nodes[i]);
			all = from(0, answer);
		}

		private double[] below(int node) {
			var below = new double[KINDS];
			int next = diagram.levelOf(node) + 1;
			for (int option = 0; option < Diagram.options(diagram.levelOf(node)); option++)
				add(below, 1, from(next, diagram.child(node, option)));
			return below;
		}

		/** How many situations, open from this level on, have each outcome. */
		private double[] from(int level, int reference) {
			var counts = new double[KINDS];
			double times = Diagram.situations(level, diagram.levelOf(reference));
			if (reference < 0)
				counts[Analysis.outcome(~reference).ordinal()] = times;
			else
				add(counts, times, below[reference]);
			return counts;
		}

		private static void add(double[] counts, double times, double[] more) {
			for (int i = 0; i < KINDS; i++)
				counts[i] += times * more[i];
		}

		Set<Outcome> possible() {
			var possible = EnumSet.noneOf(Outcome.class);
			paths.counts().keySet().forEach(number -> possible.add(Analysis.outcome(number)));
			return possible;
		}

		List<Fact> mostTellingFirst(Set<Fact> facts) {
			Map<Fact, Double> left = new EnumMap<>(Fact.class);
			facts.forEach(fact -> left.put(fact, leftOpenBy(fact)));
			var sorted = new ArrayList<>(facts);
			sorted.sort(Comparator.comparing(left::get));
			return sorted;
		}

		private double leftOpenBy(Fact fact) {
			int level = Diagram.level(fact);
			var perOption = new double[fact.options().size()][KINDS];
			var elsewhere = all.clone();
			for (int node : paths.nodes())
				if (diagram.levelOf(node) == level) {
					add(elsewhere, -(double) paths.above(node), below[node]);
					for (int option = 0; option < perOption.length; option++)
						add(perOption[option], (double) paths.above(node), from(level + 1, diagram.child(node, option)));
				}
			double left = 0;
			for (var counts : perOption) {
				add(counts, 1.0 / perOption.length, elsewhere);
				left += spread(counts);
			}
			return left;
		}

		/** The entropy of the outcomes, weighed by how many situations there are. */
		private static double spread(double[] counts) {
			double total = 0;
			for (double count : counts)
				total += Math.max(0, count);
			double spread = 0;
			for (double count : counts)
				if (count > 0.5)
					spread -= count * Math.log(count / total);
			return spread;
		}
	}
}
