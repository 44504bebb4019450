package nl.plaatsbaar.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.util.MultiValueMap;

/**
 * Reads back the page on which the articles of an import are corrected: numbers, headings and texts as changed, a line of three dashes
 * parts an article in two, a tick joins it with the one before.
 */
final class Corrections {

	private static final String PARTING = "(?m)^\\s*---+\\s*$";

	private final MultiValueMap<String, String> sent;
	private final List<FoundArticle> articles = new ArrayList<>();
	private final Set<String> numbers = new HashSet<>();

	private Corrections(MultiValueMap<String, String> sent) {
		this.sent = sent;
	}

	static List<FoundArticle> of(MultiValueMap<String, String> sent) {
		var corrections = new Corrections(sent);
		for (int i = 0; sent.containsKey("number" + i) && i < 2 * Outline.MOST_ARTICLES; i++)
			corrections.read(i);
		return corrections.articles;
	}

	private void read(int i) {
		var number = line("number" + i);
		var text = Typed.text(sent.getFirst("text" + i));
		if (number.isEmpty() && text.isEmpty())
			return;
		if (sent.containsKey("join" + i) && !articles.isEmpty()) {
			var before = articles.removeLast();
			articles.add(new FoundArticle(before.number(), before.own(), before.heading(), (before.text() + "\n" + text).strip()));
			return;
		}
		numbers.add(number);
		var parts = Arrays.stream(text.split(PARTING)).map(String::strip).filter(part -> !part.isEmpty()).toList();
		var heading = line("heading" + i);
		articles.add(new FoundArticle(number, sent.containsKey("own" + i), heading, parts.isEmpty() ? "" : parts.getFirst()));
		for (int part = 1; part < parts.size(); part++)
			articles.add(new FoundArticle(free(number), true, heading, parts.get(part)));
	}

	private String free(String number) {
		for (char letter = 'b'; letter <= 'z'; letter++)
			if (numbers.add(number + letter))
				return number + letter;
		return number;
	}

	private String line(String field) {
		return Typed.line(sent.getFirst(field));
	}
}
