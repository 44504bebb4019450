package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something people do that no rule speaks of.
 *
 * @param actors they are all treated alike here; so are the counterparts
 * @param situations how many situations of this kind are not regulated
 * @param share the part of this kind that is not regulated, above 0 and at most 1
 * @param example one of them, with every fact known
 */
@SuppressWarnings("EnumOrdinal") // the order of the values is their place in the bits
public record Gap(Value act, List<Value> actors, List<Value> counterparts, long situations, double share, Facts example) {

	private static final int NOT_REGULATED = Outcome.NOT_REGULATED.ordinal();

	/** The largest gaps first. The order of questions in a diagram starts with act, actor and counterpart. */
	static List<Gap> of(Analysis analysis, int most) {
		var gaps = new ArrayList<Gap>();
		for (var act : Fact.ACT.options())
			alike(analysis.diagram, step(analysis.diagram, analysis.answer, act), Fact.ACTOR)
					.forEach((rest, actors) -> alike(analysis.diagram, rest, Fact.COUNTERPART)
							.forEach((end, counterparts) -> add(gaps, analysis.diagram, end, act, actors, counterparts)));
		gaps.sort(Comparator.comparingLong(Gap::situations).reversed());
		return List.copyOf(gaps.subList(0, Math.min(most, gaps.size())));
	}

	private static void add(List<Gap> gaps, Diagram diagram, int end, Value act, List<Value> actors, List<Value> counterparts) {
		var paths = new Paths(diagram, end);
		paths.counts().forEach((number, situations) -> {
			if (Analysis.outcome(number).ordinal() != NOT_REGULATED)
				return;
			long each = situations / Diagram.situations(0, 3);
			double share = (double) each / Diagram.situations(3, Diagram.ORDER.size());
			var example = paths.example(number).with(act).with(actors.getFirst()).with(counterparts.getFirst());
			gaps.add(new Gap(act, actors, counterparts, each * actors.size() * counterparts.size(), share, example));
		});
	}

	/** The values after which the rest of the questions is the same. */
	private static Map<Integer, List<Value>> alike(Diagram diagram, int reference, Fact fact) {
		var alike = new LinkedHashMap<Integer, List<Value>>();
		for (var value : fact.options())
			alike.computeIfAbsent(step(diagram, reference, value), _ -> new ArrayList<>()).add(value);
		return alike;
	}

	private static int step(Diagram diagram, int reference, Value value) {
		return diagram.levelOf(reference) == Diagram.level(value.fact()) ? diagram.child(reference, value.index()) : reference;
	}
}
