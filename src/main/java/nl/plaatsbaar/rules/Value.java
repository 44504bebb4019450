package nl.plaatsbaar.rules;

/**
 * One value of a fact: {@code employee}, in a policy file {@code medewerker}.
 *
 * @param index its place among the fact's options, from 0
 */
public record Value(Fact fact, int index, String code, String word) {

	@Override
	public String toString() {
		return fact.word() + ": " + word;
	}
}
