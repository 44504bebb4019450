package nl.plaatsbaar.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Visit;

/**
 * What the frame around a page shows of this request: who is looking, where he belongs, and the way to the same page in the other
 * language. The frame asks for it itself, so that it is there on error pages and refusals too.
 */
@Component
class Here {

	private final Visit visit;

	private final ObjectProvider<Belonging> belonging;

	private final HttpServletRequest request;

	Here(Visit visit, ObjectProvider<Belonging> belonging, HttpServletRequest request) {
		this.visit = visit;
		this.belonging = belonging;
		this.request = request;
	}

	/** The full name of who is signed in. */
	public @Nullable String getName() {
		return actor().map(Actor::name).orElse(null);
	}

	public @Nullable String getFirstName() {
		return actor().map(Here::firstNameOf).orElse(null);
	}

	public @Nullable String getInitials() {
		return actor().map(Here::initialsOf).orElse(null);
	}

	public @Nullable String getPlace() {
		return actor().flatMap(actor -> belonging.stream().flatMap(source -> source.of(actor, locale()).stream()).findFirst()).orElse(null);
	}

	public String getOtherLanguage() {
		return Languages.otherThan(locale()).getLanguage();
	}

	/** In its own words: who looks for English need not read Dutch to find it. */
	public String getOtherLanguageName() {
		return Languages.otherThan(locale()).equals(Languages.DUTCH) ? "Nederlands" : "English";
	}

	// What was sent with POST, or went wrong, cannot be asked again by a link: from there the way leads to the start page.
	public String getOtherLanguageLink() {
		if (!request.getMethod().equals("GET") || request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null)
			return "/?lang=" + getOtherLanguage();
		return ServletUriComponentsBuilder.fromRequest(request).scheme(null).host(null).port(null)
				.replaceQueryParam("lang", getOtherLanguage())
				.build().toUriString();
	}

	/** Known once the program is packaged. */
	public @Nullable String getVersion() {
		return Here.class.getPackage().getImplementationVersion();
	}

	static String firstNameOf(Actor actor) {
		return actor.name().split(" ")[0];
	}

	private static String initialsOf(Actor actor) {
		return Stream.of(actor.name().split(" ")).filter(part -> !part.isEmpty() && Character.isUpperCase(part.charAt(0)))
				.map(part -> part.substring(0, 1)).limit(2).collect(Collectors.joining());
	}

	// Where something broke, finding out who is looking may break again; then nobody would be told anything.
	private Optional<Actor> actor() {
		var somethingBroke = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 500;
		return somethingBroke ? Optional.empty() : visit.actor(request);
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}
}
