package nl.plaatsbaar.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Dutch unless somebody chose English with {@code ?lang=en}; a cookie remembers the choice for a year. The words come from the
 * bundles of all modules together: {@code messages/<module>.properties} in English, {@code messages/<module>_nl.properties} in
 * Dutch.
 */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

	static final Locale DUTCH = Locale.of("nl");

	static final Locale ENGLISH = Locale.ENGLISH;

	private static final LocaleResolver CHOSEN = chosenLanguage();

	static Locale otherThan(Locale locale) {
		return locale.getLanguage().equals("en") ? DUTCH : ENGLISH;
	}

	@Bean
	MessageSource messageSource(ResourcePatternResolver files) throws IOException {
		var words = new ResourceBundleMessageSource();
		words.setBasenames(bundlesOfAllModules(files));
		words.setDefaultEncoding("UTF-8");
		words.setFallbackToSystemLocale(false);
		return words;
	}

	@Bean
	LocaleResolver localeResolver() {
		return CHOSEN;
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(new Switch());
	}

	private static String[] bundlesOfAllModules(ResourcePatternResolver files) throws IOException {
		return Stream.of(files.getResources("classpath*:messages/*.properties")).map(Resource::getFilename).filter(Objects::nonNull)
				.map(name -> "messages." + name.replaceFirst("(_nl)?\\.properties$", "")).distinct().sorted().toArray(String[]::new);
	}

	private static Optional<Locale> known(@Nullable String language) {
		return Stream.of(DUTCH, ENGLISH).filter(locale -> locale.getLanguage().equals(language)).findFirst();
	}

	private static LocaleResolver chosenLanguage() {
		var chosen = new CookieLocaleResolver("taal") {
			@Override
			protected @Nullable Locale parseLocaleValue(String value) {
				return known(value).orElse(null);
			}
		};
		chosen.setDefaultLocale(DUTCH);
		chosen.setCookieMaxAge(Duration.ofDays(365));
		chosen.setCookieHttpOnly(true);
		chosen.setCookieSameSite("Lax");
		chosen.setRejectInvalidCookies(false);
		return chosen;
	}

	/** Hears {@code ?lang=}; anything but the languages we speak is left alone. */
	private static final class Switch implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
			// What could not be read the first time (too big a file) cannot be read while telling so either.
			if (request.getDispatcherType() == DispatcherType.REQUEST)
				known(request.getParameter("lang")).ifPresent(language -> CHOSEN.setLocale(request, response, language));
			return true;
		}
	}
}
