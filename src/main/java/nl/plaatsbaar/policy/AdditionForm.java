package nl.plaatsbaar.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import nl.plaatsbaar.policy.Refused.Why;
import nl.plaatsbaar.rules.Authority;
import nl.plaatsbaar.rules.Effect;
import nl.plaatsbaar.rules.Fact;

/**
 * What somebody filled in to add an article, kept exactly as typed so that a mistake costs no work.
 *
 * @param facts           each {@code fact=value} in the words of the vocabulary; several values of one fact mean one of them
 * @param exceptionFacts  the same for the exception; empty when there is none
 */
record AdditionForm(String number, String heading, String text, String sentence, String effect, List<String> authorities,
		List<String> facts,
		String exceptionSentence, List<String> exceptionFacts, String instead, String from) {

	/** What a school may want to say; the others of the language ask more than a form can explain. */
	static final List<Effect> EFFECTS = List.of(Effect.FORBIDDEN, Effect.PERMISSION_NEEDED, Effect.JUDGEMENT, Effect.DUTY, Effect.TELL,
			Effect.WARNING, Effect.ALLOWED);

	/** The facts a school can choose from, in the order of the form. */
	static final List<Fact> FACTS = List.of(Fact.ACTOR, Fact.ACT, Fact.PLACE, Fact.COUNTERPART, Fact.ACCOUNT, Fact.CONSENT, Fact.AGE,
			Fact.PEOPLE_SHOWN, Fact.NAMES_PEOPLE, Fact.PERSONAL_DATA, Fact.CONFIDENTIAL, Fact.SCHOOL_SITUATION, Fact.IN_LESSON,
			Fact.FOR_LEARNING,
			Fact.SCHOOL_RELATED);

	AdditionForm(@Nullable String number, @Nullable String heading, @Nullable String text, @Nullable String sentence,
			@Nullable String effect,
			@Nullable List<String> authorities, @Nullable List<String> facts, @Nullable String exceptionSentence,
			@Nullable List<String> exceptionFacts, @Nullable String instead, @Nullable String from) {
		this.number = Typed.line(number);
		this.heading = Typed.line(heading);
		this.text = Typed.text(text);
		this.sentence = Typed.line(sentence);
		this.effect = Typed.line(effect);
		this.authorities = authorities == null ? List.of() : List.copyOf(authorities);
		this.facts = facts == null ? List.of() : List.copyOf(facts);
		this.exceptionSentence = Typed.line(exceptionSentence);
		this.exceptionFacts = exceptionFacts == null ? List.of() : exceptionFacts.stream().filter(fact -> !fact.isBlank()).toList();
		this.instead = Typed.line(instead);
		this.from = Typed.line(from);
	}

	static AdditionForm empty(String number, LocalDate from) {
		return new AdditionForm(number, null, null, null, null, null, null, null, null, null, from.toString());
	}

	boolean hasException() {
		return !exceptionSentence.isEmpty() || !exceptionFacts.isEmpty();
	}

	/** @throws Refused with everything that is missing or cannot be */
	LocalDate checked() {
		var wrong = new ArrayList<Why>();
		if (!number.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,30}"))
			wrong.add(new Why("number", "policy.addition.number-wrong"));
		if (heading.isEmpty())
			wrong.add(new Why("heading", "policy.addition.heading-missing"));
		if (text.isEmpty())
			wrong.add(new Why("text", "policy.addition.text-missing"));
		if (sentence.isEmpty() || !folded(text).contains(folded(sentence)))
			wrong.add(new Why("sentence", "policy.addition.sentence-not-in-text"));
		checkEffect(wrong);
		if (facts.isEmpty())
			wrong.add(new Why("facts", "policy.addition.facts-missing"));
		else if (!facts.stream().allMatch(AdditionForm::isKnown))
			wrong.add(new Why("facts", "policy.addition.facts-unknown"));
		if (hasException())
			checkException(wrong);
		var day = day();
		if (day == null)
			wrong.add(new Why("from", "policy.addition.from-wrong"));
		if (day == null || !wrong.isEmpty())
			throw new Refused(wrong);
		return day;
	}

	private void checkEffect(List<Why> wrong) {
		var chosen = effectChosen();
		if (chosen == null)
			wrong.add(new Why("effect", "policy.addition.effect-missing"));
		else if ((chosen == Effect.PERMISSION_NEEDED || chosen == Effect.TELL) && authorities.isEmpty())
			wrong.add(new Why("authorities", "policy.addition.authorities-missing"));
		else if (!authorities.stream().allMatch(word -> Authority.ofWord(word).isPresent()))
			wrong.add(new Why("authorities", "policy.addition.authorities-missing"));
	}

	private void checkException(List<Why> wrong) {
		if (exceptionSentence.isEmpty() || !folded(text).contains(folded(exceptionSentence)))
			wrong.add(new Why("exceptionSentence", "policy.addition.exception-not-in-text"));
		if (exceptionFacts.isEmpty() || !exceptionFacts.stream().allMatch(AdditionForm::isKnown))
			wrong.add(new Why("exceptionFacts", "policy.addition.exception-facts-missing"));
	}

	private @Nullable Effect effectChosen() {
		return EFFECTS.stream().filter(known -> known.word().equals(effect)).findFirst().orElse(null);
	}

	private static boolean isKnown(String chosen) {
		var parts = chosen.split("=", 2);
		return parts.length == 2 && FACTS.stream().filter(fact -> fact.word().equals(parts[0])).flatMap(fact -> fact.options().stream())
				.anyMatch(value -> value.word().equals(parts[1]));
	}

	private @Nullable LocalDate day() {
		try {
			return LocalDate.parse(from);
		} catch (DateTimeException _) {
			return null;
		}
	}

	private static String folded(String words) {
		return words.replaceAll("\\s+", " ").strip();
	}

	/** The article as an entry of {@code artikelen}; only after {@link #checked}. */
	String article() {
		var yaml = new StringBuilder("- nr: %s\n  kop: %s\n  tekst: %s\n  regels:\n".formatted(Yaml.text(number), Yaml.text(heading),
				Yaml.block(text, "    ")));
		yaml.append("  - id: regel\n    zin: %s\n    oordeel: %s\n    als: %s\n".formatted(Yaml.text(sentence), effect, condition(facts)));
		if (!authorities.isEmpty())
			authorityWord().ifPresent(word -> yaml.append("    %s: %s\n".formatted(word, Yaml.words(authorities))));
		if (hasException())
			yaml.append("    tenzij:\n    - id: uitzondering\n      zin: %s\n      als: %s\n".formatted(Yaml.text(exceptionSentence),
					condition(exceptionFacts)));
		if (!instead.isEmpty())
			yaml.append("    wel: %s\n".formatted(Yaml.text(instead)));
		return yaml.toString();
	}

	private Optional<String> authorityWord() {
		var chosen = effectChosen();
		return chosen == null ? Optional.empty() : switch (chosen) {
			case PERMISSION_NEEDED -> Optional.of("van");
			case TELL -> Optional.of("bij");
			case JUDGEMENT -> Optional.of("wie-weegt");
			case FORBIDDEN, ALLOWED, DUTY, WARNING, EXEMPTION, OUT_OF_SCOPE, GAP -> Optional.empty();
		};
	}

	private static String condition(List<String> chosen) {
		var byFact = new LinkedHashMap<String, List<String>>();
		for (var each : chosen) {
			var parts = each.split("=", 2);
			byFact.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
		}
		return byFact.entrySet().stream().map(entry -> entry.getKey() + ": " + (entry.getValue().size() == 1
				? entry.getValue().getFirst()
				: Yaml.words(entry.getValue()))).collect(Collectors.joining(", ", "{ ", " }"));
	}
}
