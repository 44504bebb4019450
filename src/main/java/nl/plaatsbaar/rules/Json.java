package nl.plaatsbaar.rules;

import java.util.List;
import java.util.Map;

/** Writes maps, lists and texts as JSON, indented. */
final class Json {

	private final StringBuilder out = new StringBuilder();

	private Json() {}

	static String write(Object document) {
		var json = new Json();
		json.value(document, "\n");
		return json.out.append('\n').toString();
	}

	private void value(Object value, String newLine) {
		switch (value) {
			case Map<?, ?> map -> {
				var before = "{";
				for (var entry : map.entrySet()) {
					out.append(before).append(newLine).append('\t');
					text(String.valueOf(entry.getKey()));
					out.append(": ");
					value(entry.getValue(), newLine + "\t");
					before = ",";
				}
				out.append(map.isEmpty() ? "{" : newLine).append('}');
			}
			case List<?> list -> {
				var before = "[";
				for (var item : list) {
					out.append(before).append(newLine).append('\t');
					value(item, newLine + "\t");
					before = ",";
				}
				out.append(list.isEmpty() ? "[" : newLine).append(']');
			}
			default -> text(value.toString());
		}
	}

	private void text(String text) {
		out.append('"');
		for (char c : text.toCharArray())
			if (c == '"' || c == '\\')
				out.append('\\').append(c);
			else if (c < ' ')
				out.append("\\u%04x".formatted((int) c));
			else
				out.append(c);
		out.append('"');
	}
}
