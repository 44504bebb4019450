package nl.plaatsbaar.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What holds for every request: forms of ours only, headers that keep browsers honest, and the board of who is signed in.
 * Which page admits whom is {@link Door}'s.
 */
@Configuration(proxyBeanMethods = false)
class Security {

	/** Only what this site serves itself; no inline script or style. Component styles carry their small pictures as data. */
	private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
			+ " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

	@Bean
	PasswordEncoder passwordEncoder(@Value("${plaatsbaar.demo}") boolean demo) {
		// Everybody knows the passwords of the demo; making them slow to guess would only make it slow to start.
		return demo ? new Argon2PasswordEncoder(16, 32, 1, 1 << 10, 1) : Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
	}

	@Bean
	CsrfTokenRepository csrfTokenRepository() {
		return new HttpSessionCsrfTokenRepository();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication
	static class Chains {

		/** Programs that ask: no session and so no cookie a form elsewhere could ride on. */
		@Bean
		@Order(1)
		SecurityFilterChain api(HttpSecurity http) {
			return common(http).securityMatcher("/api/**").csrf(AbstractHttpConfigurer::disable)
					.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
					.headers(headers -> strict(headers, "'none'")).build();
		}

		/** The public policy may stand in a page of the school's own site. */
		@Bean
		@Order(2)
		SecurityFilterChain embeddable(HttpSecurity http) {
			return common(http).securityMatcher("/inbedden/**").csrf(AbstractHttpConfigurer::disable)
					.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
					.headers(headers -> strict(headers, "*").frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)).build();
		}

		@Bean
		@Order(3)
		SecurityFilterChain pages(HttpSecurity http, Tenancy tenancy, CsrfTokenRepository tokens) {
			var stale = new AccessDeniedHandlerImpl();
			stale.setErrorPage(RefusalPages.STALE);
			return common(http).csrf(csrf -> csrf.csrfTokenRepository(tokens))
					.exceptionHandling(refused -> refused.accessDeniedHandler(stale))
					.headers(headers -> strict(headers, "'none'"))
					.addFilterAfter(new BoardOfVisitor(tenancy), AnonymousAuthenticationFilter.class)
					.build();
		}

		private static HttpSecurity common(HttpSecurity http) {
			return http.formLogin(AbstractHttpConfigurer::disable).httpBasic(AbstractHttpConfigurer::disable)
					.logout(AbstractHttpConfigurer::disable)
					.requestCache(AbstractHttpConfigurer::disable);
		}

		private static HeadersConfigurer<HttpSecurity> strict(HeadersConfigurer<HttpSecurity> headers, String framedBy) {
			return headers.contentSecurityPolicy(content -> content.policyDirectives(CONTENT + framedBy))
					.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
					.permissionsPolicyHeader(permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"));
		}
	}

	/** Every database connection of the request shows the board of who asks. */
	private static final class BoardOfVisitor extends OncePerRequestFilter {

		private final Tenancy tenancy;

		BoardOfVisitor(Tenancy tenancy) {
			this.tenancy = tenancy;
		}

		/** The page that says what went wrong shows who is looking, too. */
		@Override
		protected boolean shouldNotFilterErrorDispatch() {
			return false;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			var who = Visit.signedIn();
			if (who.isEmpty()) {
				chain.doFilter(request, response);
				return;
			}
			var before = tenancy.exchange(who.get().board());
			try {
				chain.doFilter(request, response);
			} finally {
				tenancy.exchange(before);
			}
		}
	}
}
