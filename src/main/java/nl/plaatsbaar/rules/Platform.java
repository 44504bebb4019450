package nl.plaatsbaar.rules;

import java.util.List;

/**
 * A platform of the register. Which ones exist is data: a new platform needs no code.
 *
 * @param place code of the {@link Fact#PLACE} value that the rules see
 * @param minimumAge in years, by the platform's own terms; 0 when it has none
 */
public record Platform(String id, String name, String place, int minimumAge, List<String> synonyms) {

	public Platform {
		synonyms = List.copyOf(synonyms);
		if (Fact.PLACE.optionOfCode(place).isEmpty())
			throw new IllegalArgumentException("platform %s: %s is not a kind of place".formatted(id, place));
	}
}
