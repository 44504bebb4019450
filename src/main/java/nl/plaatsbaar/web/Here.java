package nl.plaatsbaar.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import nl.plaatsbaar.access.Actor;

/** What the frame around a page shows: who is looking, where he belongs, and the way to the same page in the other language. */
final class Here {

	private final @Nullable Actor actor;

	private final ObjectProvider<Belonging> belonging;

	private final Locale locale;

	private final String otherLanguageLink;

	private Here(Optional<Actor> actor, ObjectProvider<Belonging> belonging, Locale locale, String otherLanguageLink) {
		this.actor = actor.orElse(null);
		this.belonging = belonging;
		this.locale = locale;
		this.otherLanguageLink = otherLanguageLink;
	}

	/** The full name of who is signed in. */
	public @Nullable String getName() {
		return actor == null ? null : actor.name();
	}

	public @Nullable String getFirstName() {
		return actor == null ? null : firstNameOf(actor);
	}

	public @Nullable String getInitials() {
		return actor == null
				? null
				: Stream.of(actor.name().split(" ")).filter(part -> !part.isEmpty() && Character.isUpperCase(part.charAt(0)))
						.map(part -> part.substring(0, 1)).limit(2).collect(Collectors.joining());
	}

	public @Nullable String getPlace() {
		return actor == null ? null : belonging.stream().flatMap(source -> source.of(actor, locale).stream()).findFirst().orElse(null);
	}

	public String getOtherLanguage() {
		return Languages.otherThan(locale).getLanguage();
	}

	/** In its own words: who looks for English need not read Dutch to find it. */
	public String getOtherLanguageName() {
		return Languages.otherThan(locale).equals(Languages.DUTCH) ? "Nederlands" : "English";
	}

	public String getOtherLanguageLink() {
		return otherLanguageLink;
	}

	/** Known once the program is packaged. */
	public @Nullable String getVersion() {
		return Here.class.getPackage().getImplementationVersion();
	}

	static String firstNameOf(Actor actor) {
		return actor.name().split(" ")[0];
	}

	/** Puts {@code here} in the model of every page. */
	@ControllerAdvice
	static final class OnEveryPage {

		private final ObjectProvider<Belonging> belonging;

		OnEveryPage(ObjectProvider<Belonging> belonging) {
			this.belonging = belonging;
		}

		@ModelAttribute("here")
		Here here(Optional<Actor> actor, Locale locale, HttpServletRequest request) {
			return new Here(actor, belonging, locale, samePageIn(Languages.otherThan(locale), request));
		}

		// What was sent with POST cannot be asked again by a link, so from there the way leads to the start page.
		private static String samePageIn(Locale locale, HttpServletRequest request) {
			var language = locale.getLanguage();
			if (!request.getMethod().equals("GET") || request.getAttribute("jakarta.servlet.error.status_code") != null)
				return "/?lang=" + language;
			return ServletUriComponentsBuilder.fromRequest(request).scheme(null).host(null).port(null).replaceQueryParam("lang", language)
					.build().toUriString();
		}
	}
}
