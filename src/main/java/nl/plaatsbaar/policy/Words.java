package nl.plaatsbaar.policy;

import java.time.Period;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;

import nl.plaatsbaar.rules.Authority;
import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.PlainDutch;
import nl.plaatsbaar.rules.PlainEnglish;
import nl.plaatsbaar.rules.PolicyFile.Rule;
import nl.plaatsbaar.rules.Value;

/** Says things in the language of the reader. The policies themselves are Dutch, whoever reads them. */
record Words(MessageSource messages, Locale locale) {

	String say(String key, Object... with) {
		return messages.getMessage(key, with, locale);
	}

	String day(Temporal on) {
		return Days.written(on, locale);
	}

	/** "twee jaar", "zes maanden". */
	String period(Period period) {
		int months = period.getMonths();
		var years = say("policy.period.years", period.getYears());
		return months == 0
				? years
				: period.getYears() == 0 ? say("policy.period.months", months) : years + " " + say("policy.period.months", months);
	}

	String rule(Rule rule) {
		return isDutch() ? PlainDutch.sentence(rule) : PlainEnglish.sentence(rule);
	}

	String situation(Facts facts) {
		return isDutch() ? PlainDutch.describe(facts) : PlainEnglish.describe(facts);
	}

	String clause(Value value) {
		return isDutch() ? PlainDutch.clause(value) : PlainEnglish.clause(value);
	}

	String authority(Authority authority) {
		return isDutch() ? PlainDutch.name(authority) : PlainEnglish.name(authority);
	}

	/** A value of the vocabulary in one or two words, such as a person or a place. */
	String value(Value value) {
		return Objects.requireNonNull(
				messages.getMessage("policy.value." + value.fact().code() + "." + value.code(), null, value.word(), locale));
	}

	/** "leerlingen, ouders en medewerkers". */
	String list(Collection<String> items) {
		var all = List.copyOf(items);
		if (all.size() < 2)
			return String.join("", all);
		return all.subList(0, all.size() - 1).stream().collect(Collectors.joining(", ")) + " " + say("policy.and") + " " + all.getLast();
	}

	boolean isDutch() {
		return locale.getLanguage().equals("nl");
	}
}
