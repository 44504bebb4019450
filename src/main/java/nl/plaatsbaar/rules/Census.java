package nl.plaatsbaar.rules;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many of all situations have each outcome: exact, although there are some 10^15.
 *
 * @param total all combinations of the vocabulary's values
 */
public record Census(Map<Outcome, Long> counts, long total) {

	public Census {
		counts = Map.copyOf(counts);
	}

	static Census of(Analysis analysis) {
		var counts = new EnumMap<Outcome, Long>(Outcome.class);
		new Paths(analysis.diagram, analysis.answer).counts()
				.forEach((number, situations) -> counts.merge(Analysis.outcome(number), situations, Math::addExact));
		return new Census(counts, Diagram.situations(0, Diagram.ORDER.size()));
	}

	public long of(Outcome outcome) {
		return counts.getOrDefault(outcome, 0L);
	}
}
