package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The sentences of an article. Lines are folded; a list item is a sentence of its own. */
final class Sentences {

	private static final Pattern WHITE = Pattern.compile("\\s+");
	private static final Pattern BLOCK = Pattern.compile("\\n\\s*\\n|\\n(?=\\s*(?:[-*•]|\\d+[.)]|[a-z]\\))\\s)");
	private static final Pattern END = Pattern.compile("[.!?…][\"”’')]*\\s+(?=[\\p{Lu}\"“‘'(\\d])");
	private static final Pattern ABBREVIATED = Pattern.compile(
			"(?i)(?:^|.*[\\s(])(?:bijv|bv|o\\.a|d\\.w\\.z|e\\.d|enz|art|nr|mr|dr|drs|ir|i\\.p\\.v|m\\.b\\.t|t\\.a\\.v|ca|incl|excl|blz|st|resp|[a-z])\\.\\s+",
			Pattern.DOTALL);

	private Sentences() {}

	static String folded(String text) {
		return WHITE.matcher(text).replaceAll(" ").strip();
	}

	static List<String> of(String text) {
		var sentences = new ArrayList<String>();
		for (var block : BLOCK.split(text.strip(), -1))
			split(folded(block), sentences);
		return sentences;
	}

	private static void split(String block, List<String> sentences) {
		int from = 0;
		var end = END.matcher(block);
		while (end.find()) {
			var sentence = block.substring(from, end.end());
			if (!ABBREVIATED.matcher(sentence).matches()) {
				sentences.add(sentence.strip());
				from = end.end();
			}
		}
		if (from < block.length())
			sentences.add(block.substring(from).strip());
	}
}
