package nl.plaatsbaar.organisation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import nl.plaatsbaar.access.Grant;

/** People and their roles as a CSV file that a Dutch spreadsheet opens without asking: UTF-8 with a mark, semicolons between. */
final class PeopleList {

	private final StringBuilder lines = new StringBuilder("\uFEFF");

	PeopleList() {
		line("naam", "e-mail", "rol", "groep", "vanaf", "t/m");
	}

	void add(Person person, String role, @Nullable String group, Grant grant) {
		line(person.name(), person.email(), role, group, grant.from(), grant.until());
	}

	byte[] file() {
		return lines.toString().getBytes(StandardCharsets.UTF_8);
	}

	private void line(@Nullable Object... cells) {
		lines.append(Arrays.stream(cells).map(PeopleList::cell).collect(Collectors.joining(";"))).append("\r\n");
	}

	private static String cell(@Nullable Object value) {
		var text = value == null ? "" : value.toString();
		// A spreadsheet runs a cell that begins like this; a name is never a sum.
		if (text.matches("(?s)[=+\\-@\\t\\r].*"))
			text = "'" + text;
		return text.matches("(?s).*[;\"\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
	}
}
