package nl.plaatsbaar.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import nl.plaatsbaar.access.Scope;

/** The sentences of these pages, in the language of the reader. */
@Component
class Wording {

	private final MessageSource messages;
	private final Organisation organisation;

	Wording(MessageSource messages, Organisation organisation) {
		this.messages = messages;
		this.organisation = organisation;
	}

	String say(String key, Object... with) {
		return messages.getMessage(key, with, locale());
	}

	Locale locale() {
		return LocaleContextHolder.getLocale();
	}

	String day(LocalDate day) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()).format(day);
	}

	String period(LocalDate from, @Nullable LocalDate until) {
		return until == null ? say("organisation.from", day(from)) : say("organisation.from-until", day(from), day(until));
	}

	String place(UUID board, Scope scope) {
		return switch (scope) {
			case Scope.Board() -> say("organisation.role.where.board");
			case Scope.School(var school) -> organisation.school(board, school).name();
			case Scope.Group(var school, var group) ->
				say("organisation.role.where.group", organisation.school(board, school).name(), organisation.group(board, group).name());
		};
	}
}
