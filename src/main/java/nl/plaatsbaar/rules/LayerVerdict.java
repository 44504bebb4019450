package nl.plaatsbaar.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one layer says.
 *
 * @param policy id of the policy
 * @param reasons the rules that decide; outside the scope the sentence of the scope, in a gap the policy's own gap rule
 * @param ridesAlong duties, whom to tell, warnings
 * @param exemptions exceptions that switch a rule off here
 */
public record LayerVerdict(Layer layer, String policy, LocalDate version, Outcome outcome, List<Reason> reasons,
		List<Reason> ridesAlong, List<Reason> exemptions) {

	/** Everything cited. */
	public Stream<Reason> cited() {
		return Stream.of(reasons, ridesAlong, exemptions).flatMap(List::stream);
	}
}
