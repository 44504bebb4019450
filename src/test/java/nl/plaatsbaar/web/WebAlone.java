package nl.plaatsbaar.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import nl.plaatsbaar.Browser;
import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Grant;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.access.Scope;

/** The pages of this module on a free port with nothing above it: no database, no modules that hang something on the start page. */
@SpringBootTest(classes = WebAlone.Parts.class, properties = "web.alone=true", webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class WebAlone {

	@RegisterExtension
	static final Browser browser = new Browser();

	@LocalServerPort
	int port;

	String at(String path) {
		return "http://localhost:" + port + path;
	}

	// The whole program, when it is tested, must not find these.
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("web.alone")
	@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
	@ComponentScan("nl.plaatsbaar.web")
	static class Parts implements WebMvcConfigurer {

		@Bean
		Clock clock() {
			var amsterdam = ZoneId.of("Europe/Amsterdam");
			return Clock.fixed(ZonedDateTime.of(2026, 11, 20, 8, 15, 0, 0, amsterdam).toInstant(), amsterdam);
		}

		@Bean
		SecurityFilterChain everythingOpen(HttpSecurity http) {
			return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
					.headers(headers -> headers.contentSecurityPolicy(content -> content.policyDirectives("default-src 'none'; script-src 'self';"
							+ " style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self';"
							+ " form-action 'self'; base-uri 'none'; frame-ancestors 'none'")))
					.build();
		}

		@Override
		public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
			resolvers.add(new SamiraWhenAskedFor());
		}
	}

	/** Goes wrong in whatever way is asked for. */
	@Controller
	static class Broken {

		@GetMapping("/kapot/{status}")
		void fail(@PathVariable int status, HttpServletResponse response) throws IOException {
			response.sendError(status);
		}
	}

	/** Samira is looking when the request says so in a header. */
	private static final class SamiraWhenAskedFor implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.nestedIfOptional().getNestedParameterType() == Actor.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request,
				@Nullable WebDataBinderFactory binders) {
			return "samira".equals(request.getHeader("X-Looking")) ? Optional.of(samira()) : Optional.empty();
		}

		private static Actor samira() {
			return new Actor(UUID.randomUUID(), UUID.randomUUID(), "Samira El Idrissi",
					List.of(new Grant(Role.TEACHER, new Scope.Board(), LocalDate.of(2026, 8, 1), null)));
		}
	}
}
