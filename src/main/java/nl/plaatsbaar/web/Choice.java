package nl.plaatsbaar.web;

import org.jspecify.annotations.Nullable;

/**
 * One of the answers of a question in a form.
 *
 * @param value what is sent, only letters, digits, dots and dashes
 * @param detail a line that explains the label, if it needs one
 */
public record Choice(String value, String label, @Nullable String detail) {

	public Choice(String value, String label) {
		this(value, label, null);
	}
}
