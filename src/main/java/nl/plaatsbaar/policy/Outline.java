package nl.plaatsbaar.policy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import nl.plaatsbaar.policy.UnreadableDocument.Reason;

/**
 * Suggests articles for a document. Numbers repeat inside real policies ("1" in every chapter), so an article is known by the path of
 * its sections and its own number. Where the document has no number we make one and say so.
 */
final class Outline {

	/** Beyond this a page that shows every article for correction stops being of use. */
	static final int MOST_ARTICLES = 200;

	private static final Set<String> FILLERS = Set.of("de", "het", "een", "van", "voor", "en", "of", "in", "op", "bij", "met", "te", "aan",
			"alle",
			"specifiek", "om", "over", "door", "ten", "ter", "der", "the", "and");
	private static final int SHORT = 90;

	private final List<Section> sections = new ArrayList<>();
	private final List<FoundArticle> articles = new ArrayList<>();
	private final Set<String> taken = new HashSet<>();
	private final StringBuilder text = new StringBuilder();
	private @Nullable String title;
	private @Nullable String number;
	private boolean own;
	private @Nullable String heading;

	record Found(@Nullable String title, List<FoundArticle> articles) {
	}

	private record Section(int level, String part, boolean own, String heading) {
	}

	static Found of(List<Block> blocks) throws UnreadableDocument {
		var outline = new Outline();
		var told = outline.recognised(blocks);
		for (int i = 0; i < told.size(); i++)
			outline.take(told.get(i), i == 0);
		outline.close();
		if (outline.articles.isEmpty())
			throw new UnreadableDocument(Reason.NO_TEXT);
		if (outline.articles.size() > MOST_ARTICLES)
			throw new UnreadableDocument(Reason.TOO_MANY_ARTICLES);
		return new Found(outline.title, List.copyOf(outline.articles));
	}

	// Plain text has no headings and no lists of its own: a short line is a heading when it looks and behaves like one.
	private List<Block> recognised(List<Block> blocks) {
		var told = new ArrayList<Block>();
		for (int i = 0; i < blocks.size(); i++) {
			var block = blocks.get(i);
			var next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
			told.add(switch (block) {
				case Block.Heading(var level, var given, var words) -> heading(level, given, words);
				case Block.Point point -> point;
				case Block.Prose(var words) -> recognised(words, next, i == 0);
			});
		}
		return told;
	}

	private static Block heading(int level, @Nullable String given, String words) {
		var numbered = given == null ? Numbering.of(words) : null;
		return numbered == null ? new Block.Heading(level, given, words) : new Block.Heading(level, numbered.number(), numbered.rest());
	}

	private static Block recognised(String words, @Nullable Block next, boolean first) {
		var numbered = Numbering.of(words);
		boolean line = words.length() < SHORT && !words.contains("\n") && !words.matches(".*[.!?;,]$");
		if (numbered != null)
			return line && numbered.isRoman()
					? new Block.Heading(1, numbered.number(), numbered.rest())
					: new Block.Point(0, numbered.number(), numbered.rest());
		if (line && first)
			return new Block.Heading(0, null, words);
		return line && startsAList(next) ? new Block.Heading(2, null, words) : new Block.Prose(words);
	}

	private static boolean startsAList(@Nullable Block next) {
		return switch (next) {
			case Block.Point(_, var number, _) -> "1".equals(number);
			case Block.Prose(var words) -> Numbering.of(words) instanceof Numbering(var number, _) && number.equals("1");
			case Block.Heading _ -> false;
			case null -> false;
		};
	}

	private void take(Block block, boolean first) {
		switch (block) {
			case Block.Heading(var level, var given, var words) -> {
				close();
				if (level == 0 || first && given == null)
					title = title == null ? words : title;
				else
					enter(level, given, words);
			}
			case Block.Point(var level, var given, var words) -> {
				if (level > 0 && number != null)
					append((given == null ? "- " : given + ". ") + words);
				else {
					close();
					open(path(given == null ? nextOwn() : given), given == null, words);
				}
			}
			case Block.Prose(var words) -> {
				if (number == null)
					open(sections.isEmpty() ? nextOwn() : path(null), sections.isEmpty() || sections.getLast().own(), words);
				else
					append(words);
			}
		}
	}

	private void enter(int level, @Nullable String given, String words) {
		sections.removeIf(section -> section.level() >= level);
		sections.add(new Section(level, given == null ? slug(words) : given, given == null, words));
		heading = given == null && words.length() > 200 ? words.substring(0, 200) : words;
	}

	private String path(@Nullable String last) {
		var parts = new ArrayList<String>();
		for (var section : sections) {
			// "4.2" under "4" already says where it stands
			if (!parts.isEmpty() && section.part().startsWith(parts.getLast() + "."))
				parts.removeLast();
			parts.add(section.part());
		}
		if (last != null) {
			if (!parts.isEmpty() && last.startsWith(parts.getLast() + "."))
				parts.removeLast();
			parts.add(last);
		}
		return String.join(".", parts);
	}

	private String nextOwn() {
		int next = 1;
		while (taken.contains(path(String.valueOf(next))))
			next++;
		return String.valueOf(next);
	}

	private void open(String path, boolean ownNumber, String words) {
		var free = path;
		for (char letter = 'b'; taken.contains(free); letter++)
			free = letter <= 'z' ? path + letter : path + "." + taken.size();
		taken.add(free);
		number = free;
		own = ownNumber || !free.equals(path);
		append(words);
	}

	private void append(String words) {
		var line = words.replaceAll("[^\\S\\n]+", " ").replaceAll(" *\\n *", "\n").strip();
		if (!text.isEmpty() && !line.isEmpty())
			text.append('\n');
		text.append(line);
	}

	private void close() {
		if (number != null && !text.isEmpty())
			articles.add(new FoundArticle(number, own, heading, text.toString()));
		number = null;
		text.setLength(0);
	}

	/** A short readable part of a path for a section without a number: "Specifiek voor medewerkers" becomes "medewerkers". */
	static String slug(String words) {
		var plain = Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
				.replaceAll("\\(.*?\\)", " ");
		var kept = new ArrayList<String>();
		for (var word : plain.split("[^a-z0-9]+"))
			if (!word.isEmpty() && !FILLERS.contains(word) && kept.size() < 2)
				kept.add(word);
		return kept.isEmpty() ? "deel" : String.join("-", kept);
	}
}
