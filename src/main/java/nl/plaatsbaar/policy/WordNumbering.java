package nl.plaatsbaar.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;

/** Counts the numbered paragraphs of a Word file: 1, 2, a, b, III, 4.2, as the reader of the file sees them. */
final class WordNumbering {

	private static final int LEVELS = 9;

	private final Map<String, Map<Integer, Level>> definitions = new HashMap<>();
	private final Map<String, Instance> instances = new HashMap<>();
	private final Map<String, int[]> counters = new HashMap<>();
	private final Set<String> started = new HashSet<>();

	private record Level(String format, int start, String pattern) {
	}

	private record Instance(String definition, Map<Integer, Integer> restartAt) {
	}

	static WordNumbering read(byte @Nullable [] part) throws XMLStreamException {
		var numbering = new WordNumbering();
		if (part != null)
			numbering.parse(part);
		return numbering;
	}

	private void parse(byte[] part) throws XMLStreamException {
		var xml = WordDocument.open(part);
		String definition = "", format = "decimal", pattern = "%1.", instance = null, instanceOf = "";
		int level = 0, start = 1;
		var restartAt = new HashMap<Integer, Integer>();
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				var value = String.valueOf(WordDocument.value(xml, "val"));
				switch (xml.getLocalName()) {
					case "abstractNum" -> definition = String.valueOf(WordDocument.value(xml, "abstractNumId"));
					case "lvl" -> {
						level = Integer.parseInt(String.valueOf(WordDocument.value(xml, "ilvl")));
						format = "decimal";
						pattern = "%" + (level + 1);
						start = 1;
					}
					case "start" -> start = Integer.parseInt(value);
					case "numFmt" -> format = value;
					case "lvlText" -> pattern = value;
					case "num" -> {
						instance = WordDocument.value(xml, "numId");
						restartAt = new HashMap<>();
					}
					case "abstractNumId" -> instanceOf = value;
					case "lvlOverride" -> level = Integer.parseInt(String.valueOf(WordDocument.value(xml, "ilvl")));
					case "startOverride" -> restartAt.put(level, Integer.parseInt(value));
					default -> {
					}
				}
			} else if (event == XMLStreamConstants.END_ELEMENT) {
				if (xml.getLocalName().equals("lvl") && instance == null)
					definitions.computeIfAbsent(definition, _ -> new HashMap<>()).put(level, new Level(format, start, pattern));
				else if (xml.getLocalName().equals("num") && instance != null)
					instances.put(instance, new Instance(instanceOf, restartAt));
			}
		}
	}

	/** The number the next paragraph of this list and level shows; nothing for a bullet. */
	@Nullable
	String next(String numId, int level) {
		var instance = instances.get(numId);
		if (instance == null || level < 0 || level >= LEVELS)
			return null;
		var levels = definitions.getOrDefault(instance.definition(), Map.of());
		var shown = levels.get(level);
		if (shown == null)
			return null;
		count(numId, instance, levels, level);
		return shown.format().equals("bullet") || shown.format().equals("none") ? null : show(instance, levels, shown.pattern());
	}

	private void count(String numId, Instance instance, Map<Integer, Level> levels, int level) {
		var counter = counters.computeIfAbsent(instance.definition(), _ -> new int[LEVELS]);
		if (started.add(numId))
			instance.restartAt().forEach((at, value) -> {
				if (at < LEVELS)
					counter[at] = value - 1;
			});
		for (int above = 0; above < level; above++)
			if (counter[above] == 0)
				counter[above] = start(levels, above);
		counter[level] = counter[level] == 0 ? start(levels, level) : counter[level] + 1;
		Arrays.fill(counter, level + 1, LEVELS, 0);
	}

	private static int start(Map<Integer, Level> levels, int level) {
		var definition = levels.get(level);
		return definition == null ? 1 : definition.start();
	}

	private @Nullable String show(Instance instance, Map<Integer, Level> levels, String pattern) {
		var counter = counters.get(instance.definition());
		var shown = pattern;
		for (int level = 0; counter != null && level < LEVELS; level++) {
			var definition = levels.get(level);
			shown = shown.replace("%" + (level + 1), in(definition == null ? "decimal" : definition.format(), counter[level]));
		}
		shown = shown.replaceAll("[\\s.):;-]+$", "").strip();
		return shown.isEmpty() ? null : shown;
	}

	static String in(String format, int number) {
		return switch (format) {
			case "upperRoman" -> roman(number);
			case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
			case "upperLetter" -> letter('A', number);
			case "lowerLetter" -> letter('a', number);
			default -> String.valueOf(number);
		};
	}

	private static String letter(char first, int number) {
		return number < 1 ? String.valueOf(number) : String.valueOf((char) (first + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
	}

	private static String roman(int number) {
		if (number < 1 || number > 399)
			return String.valueOf(number);
		var text = new StringBuilder();
		int[] values = {100, 90, 50, 40, 10, 9, 5, 4, 1};
		String[] signs = {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
		for (int i = 0, rest = number; i < values.length; i++)
			for (; rest >= values[i]; rest -= values[i])
				text.append(signs[i]);
		return text.toString();
	}
}
