package nl.plaatsbaar.policy.advice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.Situation;
import nl.plaatsbaar.rules.UnreadableSituation;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.ClassPathResource;

/** The common situations to tap on the start screen. They are data: {@code advice/situations.yaml}. */
final class Situations {

	/** @param audience codes of the actors whose start screen shows it */
	record Common(String id, String dutch, String english, String icon, List<String> audience, Facts facts, List<String> words) {

		String label(Locale locale) {
			return locale.getLanguage().equals("nl") ? dutch : english;
		}
	}

	private final List<Common> all;

	Situations() {
		all = entries("advice/situations.yaml").stream().map(Situations::common).toList();
	}

	List<Common> all() {
		return all;
	}

	List<Common> of(String actor) {
		return all.stream().filter(common -> common.audience().contains(actor)).toList();
	}

	private static Common common(Map<String, Object> entry) {
		return new Common(text(entry, "id"), text(entry, "nl"), text(entry, "en"), text(entry, "icon"), texts(entry, "for"),
				facts(map(entry, "facts")), texts(entry, "words"));
	}

	/** Facts as the API writes them; in our own files a mistake is ours, so it stops the start. */
	static Facts facts(Map<String, ?> situation) {
		try {
			var content = situation.get("content");
			var told = new LinkedHashMap<>(situation);
			told.remove("content");
			var facts = Situation.read(told, _ -> Optional.empty());
			if (content instanceof List<?> traits) // only what is there: the rest of the content is still to be asked
				for (var trait : traits)
					facts = facts.with(Fact.ofCode(trait.toString()).orElseThrow().yes());
			return facts;
		} catch (UnreadableSituation mistake) {
			throw new IllegalStateException(mistake);
		}
	}

	/** The names of all facts, as the API calls them; the traits together are {@code content}. */
	static List<String> factCodes() {
		return Stream.concat(Stream.of(Fact.values()).filter(fact -> !fact.isTrait()).map(Fact::code), Stream.of("content")).toList();
	}

	/** A JSON object with its names as text. */
	static Map<String, @Nullable Object> named(Map<?, ?> told) {
		var named = new LinkedHashMap<String, @Nullable Object>();
		told.forEach((name, value) -> named.put(String.valueOf(name), value));
		return named;
	}

	@SuppressWarnings("unchecked")
	static List<Map<String, Object>> entries(String resource) {
		try (var in = new ClassPathResource(resource).getInputStream()) {
			return (List<Map<String, Object>>) new Load(LoadSettings.builder().setLabel(resource).build()).loadFromInputStream(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static String text(Map<String, Object> entry, String name) {
		var value = entry.get(name);
		if (value == null)
			throw new IllegalStateException("%s misses %s".formatted(entry, name));
		return value.toString();
	}

	@SuppressWarnings("unchecked")
	static List<String> texts(Map<String, Object> entry, String name) {
		return (List<String>) entry.getOrDefault(name, List.of());
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> map(Map<String, Object> entry, String name) {
		return (Map<String, Object>) entry.getOrDefault(name, Map.of());
	}
}
