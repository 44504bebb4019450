package nl.plaatsbaar.policy;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The number a line of a policy begins with, and what follows it: "4.2 Foto's", "IV. Gebruik", "b) ouders", "Artikel 3: Doel". */
record Numbering(String number, String rest) {

	private static final Pattern NUMBERED = Pattern.compile(
			"""
					^(?:(?:artikel|art\\.?|lid|paragraaf|hoofdstuk|bijlage|§)\\s*(?<named>\\d{1,3}(?:\\.\\d{1,3}){0,9}|[IVXLC]{1,7}|[A-Z])\\b[\\s.:)–-]*\
					|(?<dotted>\\d{1,3}(?:\\.\\d{1,3}){1,9})[.)]?\\s+\
					|(?<plain>\\d{1,3}|[IVX]{1,6}|[A-Za-z]\\d{0,2}|[ivx]{2,6})[.):]\\s+)\
					(?<rest>.*)$""",
			Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

	static @Nullable Numbering of(String line) {
		var matcher = NUMBERED.matcher(line);
		if (!matcher.matches())
			return null;
		for (var kind : new String[]{"named", "dotted", "plain"})
			if (matcher.group(kind) != null)
				return new Numbering(matcher.group(kind), matcher.group("rest").strip());
		return null;
	}

	/** I, IV, XII: in most documents the number of a chapter, hardly ever of a point in a list. */
	boolean isRoman() {
		return number.matches("[IVXLC]+");
	}
}
