package nl.plaatsbaar;

/** Why the program cannot start, in one sentence that also says what to do. */
final class Trouble extends RuntimeException {

	Trouble(String sentence) {
		super(sentence);
	}

	Trouble(String sentence, Throwable cause) {
		super(sentence, cause);
	}
}
