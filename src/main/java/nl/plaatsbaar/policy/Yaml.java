package nl.plaatsbaar.policy;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes values of people into a policy file, so that no quote or line break of theirs can ever mean something there. */
final class Yaml {

	private Yaml() {
	}

	/** One line of text in double quotes. */
	static String text(String value) {
		var quoted = new StringBuilder("\"");
		value.strip().codePoints().forEach(c -> {
			switch (c) {
				case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
				case '\n', '\r', '\t', '\u00A0' -> quoted.append(' ');
				default -> {
					if (isPrintable(c))
						quoted.appendCodePoint(c);
				}
			}
		});
		return quoted.append('"').toString();
	}

	/** Several lines as a literal block, each after {@code indent}. */
	static String block(String value, String indent) {
		var lines = clean(value).lines().map(String::strip).collect(Collectors.joining("\n")).strip().replaceAll("\n{3,}", "\n\n");
		return "|\n" + lines.lines().map(line -> line.isEmpty() ? "" : indent + line).collect(Collectors.joining("\n"));
	}

	/** A list of words of the vocabulary, which need no quotes. */
	static String words(Collection<String> words) {
		return words.stream().collect(Collectors.joining(", ", "[", "]"));
	}

	static String clean(String value) {
		return value.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ').replace('\u00A0', ' ').replace('\u2028', '\n')
				.replace('\u2029', '\n')
				.replace('\u0085', '\n').codePoints().filter(c -> c == '\n' || isPrintable(c))
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
	}

	private static boolean isPrintable(int c) {
		return c >= ' ' && c != 0x7F && !(c >= 0x80 && c < 0xA0) && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFEFF && c != 0xFFFE
				&& c != 0xFFFF
				&& Character.isDefined(c);
	}
}
