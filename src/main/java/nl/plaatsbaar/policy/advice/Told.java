package nl.plaatsbaar.policy.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Platform;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was told, to show and to change.
 *
 * @param fact code of the fact, or {@code content} for all traits together
 * @param values message keys of what was told; empty when the content has nothing special
 * @param name a name that needs no translation, such as that of a platform
 * @param change where it can be changed
 */
record Told(String fact, List<String> values, @Nullable String name, String change) {

	static List<Told> of(Asking asking, Desk desk) {
		return changing(asking, asking, desk);
	}

	/** What one question tells, with the links that change it in another. */
	static List<Told> changing(Asking shown, Asking asking, Desk desk) {
		var told = new ArrayList<Told>();
		for (var value : shown.facts().values())
			if (!value.fact().isTrait())
				told.add(new Told(value.fact().code(), List.of(key(value.fact(), value.code())), name(value.fact(), shown, desk),
						change(asking, value.fact().code())));
		content(shown, asking).ifPresent(told::add);
		return told;
	}

	private static Optional<Told> content(Asking shown, Asking asking) {
		if (Fact.TRAITS.stream().noneMatch(shown.facts()::knows))
			return Optional.empty();
		var there = Fact.TRAITS.stream().filter(shown.facts()::isYes).map(trait -> "fact." + trait.code()).toList();
		return Optional.of(new Told("content", there, null, change(asking, Fact.TRAITS.getFirst().code())));
	}

	static String key(Fact fact, String value) {
		return fact.isYesNo() ? "fact." + value : "fact." + fact.code() + "." + value;
	}

	private static @Nullable String name(Fact fact, Asking asking, Desk desk) {
		return fact == Fact.PLACE ? desk.platform(asking.platform()).map(Platform::name).orElse(null) : null;
	}

	private static String change(Asking asking, String fact) {
		return asking.address("/mag-dit/vraag") + (asking.fields().isEmpty() ? "?" : "&") + "change=" + fact;
	}
}
