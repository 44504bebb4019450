package nl.plaatsbaar.rules;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A situation as the API and the address bar write it: {@code {"actor": "employee", "act": "post", "platform": "instagram", "content":
 * ["people-shown"], "inLesson": true}}. A field that is absent or empty is unknown. {@code content} tells all traits at once; a single
 * trait may be told by its own name.
 */
public final class Situation {

	/** The field that tells all content traits at once. */
	public static final String CONTENT = "content";

	private static final List<String> YES_NO = List.of("true", "false");

	private Situation() {}

	/**
	 * The facts of a situation.
	 *
	 * @param platforms from the id of a platform to the code of its place; a place's own code is understood too
	 */
	public static Facts read(Map<String, ?> situation, Function<String, Optional<String>> platforms) throws UnreadableSituation {
		var facts = situation.get(CONTENT) == null ? Facts.NONE : Facts.NONE.withContent(content(situation.get(CONTENT)));
		for (var told : situation.entrySet())
			if (!told.getKey().equals(CONTENT) && !isAbsent(told.getValue()))
				facts = facts.with(value(told.getKey(), told.getValue(), platforms));
		return facts;
	}

	private static boolean isAbsent(@Nullable Object value) {
		return value == null || (value instanceof String text && text.isBlank());
	}

	private static Set<Fact> content(Object told) throws UnreadableSituation {
		var codes = Fact.TRAITS.stream().map(Fact::code).toList();
		var traits = EnumSet.noneOf(Fact.class);
		for (var code : words(told))
			traits.add(Fact.ofCode(code).filter(Fact::isTrait).orElseThrow(() -> new UnreadableSituation(CONTENT, code, codes)));
		return traits;
	}

	private static List<String> words(Object told) {
		var words = switch (told) {
			case Collection<?> many -> many.stream().map(String::valueOf);
			case Object[] many -> Stream.of(many).map(String::valueOf);
			default -> Arrays.stream(String.valueOf(told).split(","));
		};
		return words.map(String::strip).filter(word -> !word.isEmpty()).toList();
	}

	private static Value value(String field, Object told, Function<String, Optional<String>> platforms) throws UnreadableSituation {
		var fact = Fact.ofCode(field).orElseThrow(() -> new UnreadableSituation(field, "", fields()));
		var text = String.valueOf(told).strip();
		if (fact.isYesNo())
			return yesNo(fact, text);
		var code = fact == Fact.PLACE ? platforms.apply(text).orElse(text) : text;
		return fact.optionOfCode(code)
				.orElseThrow(() -> new UnreadableSituation(field, text, fact.options().stream().map(Value::code).toList()));
	}

	private static Value yesNo(Fact fact, String text) throws UnreadableSituation {
		return switch (text) {
			case "true", "yes" -> fact.yes();
			case "false", "no" -> fact.no();
			default -> throw new UnreadableSituation(fact.code(), text, YES_NO);
		};
	}

	private static List<String> fields() {
		return Stream.concat(Fact.ALL.stream().filter(fact -> !fact.isTrait()).map(Fact::code), Stream.of(CONTENT)).toList();
	}

	/** What is known, in the order of the vocabulary; reading it back gives the same facts. */
	public static Map<String, Object> write(Facts facts) {
		var situation = new LinkedHashMap<String, Object>();
		boolean allTraits = Fact.TRAITS.stream().allMatch(facts::knows);
		if (allTraits)
			situation.put(CONTENT, Fact.TRAITS.stream().filter(facts::isYes).map(Fact::code).toList());
		for (var value : facts.values())
			if (!value.fact().isTrait() || !allTraits)
				situation.put(value.fact().code(), value.fact().isYesNo() ? facts.isYes(value.fact()) : value.code());
		return situation;
	}
}
