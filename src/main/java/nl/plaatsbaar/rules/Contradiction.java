package nl.plaatsbaar.rules;

import nl.plaatsbaar.rules.PolicyFile.Rule;

/**
 * A rule that allows what another rule of the same file forbids or makes depend on permission, while no {@code gaat-voor} says which
 * counts.
 *
 * @param example a situation in which both hold
 */
public record Contradiction(String policy, Rule allows, Rule restricts, Facts example) {

	@Override
	public String toString() {
		return "%s (regel %d) staat toe wat %s (regel %d) %s, bijvoorbeeld bij %s".formatted(allows.id(), allows.line(), restricts.id(),
				restricts.line(), restricts.effect() == Effect.FORBIDDEN ? "verbiedt" : "van toestemming laat afhangen", example);
	}
}
