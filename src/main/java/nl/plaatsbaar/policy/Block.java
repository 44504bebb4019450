package nl.plaatsbaar.policy;

import org.jspecify.annotations.Nullable;

/** A piece of an uploaded document in reading order, whatever kind of file it came from. */
sealed interface Block {

	String text();

	/** A heading; level 0 is the title of the document, 1 the highest section. */
	record Heading(int level, @Nullable String number, String text) implements Block {
	}

	/** One point of a list; without a number it was only a bullet. Level 0 is the outer list. */
	record Point(int level, @Nullable String number, String text) implements Block {
	}

	record Prose(String text) implements Block {
	}
}
