package nl.plaatsbaar.policy.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import nl.plaatsbaar.rules.Fact;

import org.jspecify.annotations.Nullable;

/**
 * A screen ready to show. Where one thing is chosen, each option is a link: one tap and one is on the next screen, also without
 * JavaScript. Where several may be ticked it is a form.
 *
 * @param question message key of the question
 * @param hint message key of the line under it; may have no message
 * @param options to choose one of
 * @param ticks to tick any of
 * @param shown codes of the facts on the list to tick, so that what is not ticked is a no
 * @param unsure where "I do not know" leads
 */
record Asked(String question, String hint, List<Option> options, List<Tick> ticks, String shown, String unsure) {

	/** @param label message key, unless there is a name that needs no translation */
	record Option(String label, @Nullable String name, String link, boolean chosen) {}

	record Tick(String field, String value, String label, boolean ticked) {}

	static Asked of(Screen screen, Asking asking, Desk desk) {
		return of(screen, asking, desk, "/mag-dit/vraag");
	}

	/** @param next the page that an answer leads to */
	static Asked of(Screen screen, Asking asking, Desk desk, String next) {
		var rest = asking.without(screen.facts());
		var unsure = rest.unsureOf(screen.facts()).address(next);
		return switch (screen) {
			case Screen.Choice(var fact) ->
				new Asked("fact." + fact.code(), "fact." + fact.code() + ".hint", options(fact, asking, rest, desk, next),
						List.of(), "", unsure);
			case Screen.Traits(var facts) ->
				ticking("advice.question.traits", facts.stream().map(fact -> tick("content", fact.code(), fact, asking)).toList(),
						screen, unsure);
			case Screen.Circumstances(var facts) -> ticking("advice.question.circumstances",
					facts.stream().map(fact -> tick(fact.code(), "yes", fact, asking)).toList(), screen, unsure);
		};
	}

	private static Asked ticking(String question, List<Tick> ticks, Screen screen, String unsure) {
		return new Asked(question, question + ".hint", List.of(), ticks,
				screen.facts().stream().map(Fact::code).collect(Collectors.joining(".")),
				unsure);
	}

	private static Tick tick(String field, String value, Fact fact, Asking asking) {
		return new Tick(field, value, "fact." + fact.code(), asking.facts().isYes(fact));
	}

	private static List<Option> options(Fact fact, Asking asking, Asking rest, Desk desk, String next) {
		var options = new ArrayList<Option>();
		if (fact == Fact.PLACE)
			for (var platform : desk.platforms())
				desk.place(platform.id()).ifPresent(place -> options.add(new Option("", platform.name(),
						rest.onPlatform(platform.id(), place).address(next), platform.id().equals(asking.platform()))));
		for (var value : fact.isYesNo() ? fact.options().reversed() : fact.options())
			options.add(new Option(Told.key(fact, value.code()), null, rest.with(value).address(next),
					asking.facts().has(value) && (fact != Fact.PLACE || value.code().equals(asking.platform()))));
		return options;
	}
}
