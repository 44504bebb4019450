package nl.plaatsbaar.rules;

import java.util.Optional;
import java.util.stream.Stream;

/** Whose rules these are. Each layer gives its own verdict; the strictest decides. */
public enum Layer {

	LAW("wet"), POLICY("beleid"), SCHOOL("school");

	private final String word;

	Layer(String word) {
		this.word = word;
	}

	public static Optional<Layer> ofWord(String word) {
		return Stream.of(values()).filter(l -> l.word.equals(word)).findFirst();
	}

	public String word() {
		return word;
	}
}
