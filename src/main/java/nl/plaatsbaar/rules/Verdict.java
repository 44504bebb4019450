package nl.plaatsbaar.rules;

import java.util.List;
import java.util.stream.Stream;

/**
 * The answer to "may this?": the strictest of the layers, each with its own grounds.
 *
 * @param duties ride along with whatever the outcome is
 * @param permissionFrom each of these must agree; only when permission is what is needed
 * @param tell any of these is to be told
 * @param warnings thoughts before you act
 * @param judgedBy any of these may weigh an open norm; empty = the asker
 */
public record Verdict(Outcome outcome, List<LayerVerdict> layers, List<Reason> duties, List<Authority> permissionFrom,
		List<Authority> tell, List<Reason> warnings, List<Authority> judgedBy) {

	/** Everything cited, layer by layer. */
	public Stream<Reason> cited() {
		return layers.stream().flatMap(LayerVerdict::cited);
	}
}
