package nl.plaatsbaar.policy.advice;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.Platform;

import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody types ("foto op insta", "leerling appen") as facts. It only proposes: the asker sees the sentence back and
 * can change every part. The words are data: {@code advice/words.yaml}.
 */
final class Typed {

	/**
	 * @param facts what the words tell
	 * @param platform id of a platform that was named
	 * @param near common situations that look like it, the nearest first
	 */
	record Reading(Facts facts, @Nullable String platform, List<Situations.Common> near) {

		boolean isEmpty() {
			return facts.equals(Facts.NONE) && near.isEmpty();
		}
	}

	private record Entry(Facts facts, @Nullable String platform, List<String> stems) {}

	private final List<Entry> entries;
	private final Situations situations;

	Typed(Situations situations) {
		this.situations = situations;
		entries = Situations.entries("advice/words.yaml").stream().map(Typed::entry).toList();
	}

	Reading read(String text, List<Platform> platforms) {
		var words = words(text);
		var facts = Facts.NONE;
		String platform = null;
		for (var entry : told(words)) {
			for (var value : entry.facts().values())
				if (!facts.knows(value.fact())) // the more telling word came first
					facts = facts.with(value);
			platform = platform == null ? entry.platform() : platform;
		}
		var named = named(words, platforms);
		platform = named.map(Platform::id).orElse(platform);
		if (facts.knows(Fact.COUNTERPART) && !facts.knows(Fact.ACT) && platform != null)
			facts = facts.with(Fact.ACT.optionOfCode("message").orElseThrow());
		return new Reading(facts, platform, near(words));
	}

	/** The entries whose stem begins one of the words; verbs that were typed out longest count first. */
	private List<Entry> told(List<String> words) {
		record Hit(Entry entry, int length) {}
		var hits = new ArrayList<Hit>();
		for (var entry : entries)
			entry.stems().stream().filter(stem -> words.stream().anyMatch(word -> starts(word, stem))).mapToInt(String::length).max()
					.ifPresent(length -> hits.add(new Hit(entry, length)));
		return hits.stream().sorted(Comparator.comparingInt(Hit::length).reversed()).map(Hit::entry).toList();
	}

	private static Optional<Platform> named(List<String> words, List<Platform> platforms) {
		return platforms.stream().filter(platform -> Stream.concat(Stream.of(platform.name()), platform.synonyms().stream())
				.map(Typed::fold).anyMatch(name -> words.stream().anyMatch(word -> word.equals(name)))).findFirst();
	}

	private List<Situations.Common> near(List<String> words) {
		record Scored(Situations.Common common, long score) {}
		return situations.all().stream()
				.map(common -> new Scored(common,
						common.words().stream().filter(stem -> words.stream().anyMatch(word -> starts(word, stem))).count()))
				.filter(scored -> scored.score() > 0).sorted(Comparator.comparingLong(Scored::score).reversed()).limit(4)
				.map(Scored::common).toList();
	}

	/** A word begins with the stem, one slip of the finger allowed in the longer ones. */
	private static boolean starts(String word, String stem) {
		if (word.startsWith(stem))
			return stem.length() > 3 || word.length() <= stem.length() + 2;
		return stem.length() >= 6 && IntStream.rangeClosed(stem.length() - 1, stem.length() + 1)
				.anyMatch(length -> length <= word.length() && slips(word.substring(0, length), stem) <= 1);
	}

	private static int slips(String a, String b) {
		var row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++)
			row[j] = j;
		for (int i = 1; i <= a.length(); i++) {
			int corner = row[0];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int up = row[j];
				row[j] = Math.min(Math.min(row[j - 1], up) + 1, corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
				corner = up;
			}
		}
		return row[b.length()];
	}

	private static List<String> words(String text) {
		return Stream.of(fold(text).split("[^a-z0-9-]+")).filter(word -> word.length() > 1).limit(30).toList();
	}

	private static String fold(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
	}

	private static Entry entry(Map<String, Object> entry) {
		var facts = new java.util.LinkedHashMap<>(Situations.map(entry, "facts"));
		var platform = facts.remove("platform");
		if (entry.containsKey("traits"))
			facts.put("content", Situations.texts(entry, "traits"));
		return new Entry(Situations.facts(facts), platform == null ? null : platform.toString(), Situations.texts(entry, "stems"));
	}
}
