package nl.plaatsbaar.organisation;

/** A name in the parts a Dutch list needs: Joris van Dam stands under the D. */
record FullName(String first, String prefix, String surname) {

	FullName {
		if (first.isBlank() || surname.isBlank())
			throw new IllegalArgumentException("a person has a first name and a surname, this one is '%s %s'".formatted(first, surname));
	}
}
