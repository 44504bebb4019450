package nl.plaatsbaar.access;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Who is behind this request, and the beginning and end of his session. */
@Component
public class Visit {

	private static final String LOOKED_UP = Visit.class.getName();
	/** A morning at school. Who is not signed in has far less to lose, and gets the short time of application.properties. */
	private static final Duration PATIENCE = Duration.ofHours(4);

	private final AccountBook accounts;
	private final GrantBook grants;
	private final Tenancy tenancy;
	private final Clock clock;
	private final CsrfTokenRepository tokens;
	private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

	Visit(AccountBook accounts, GrantBook grants, Tenancy tenancy, Clock clock, CsrfTokenRepository tokens) {
		this.accounts = accounts;
		this.grants = grants;
		this.tenancy = tenancy;
		this.clock = clock;
		this.tokens = tokens;
	}

	static Optional<SignedIn> signedIn() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
				? Optional.of(signedIn)
				: Optional.empty();
	}

	/** With the roles of today; nobody when the account was closed meanwhile. Looked up once per request. */
	public Optional<Actor> actor(HttpServletRequest request) {
		if (request.getAttribute(LOOKED_UP) instanceof Optional<?> before)
			return before.map(Actor.class::cast);
		var actor = signedIn().flatMap(this::lookUp);
		request.setAttribute(LOOKED_UP, actor);
		return actor;
	}

	private Optional<Actor> lookUp(SignedIn who) {
		return tenancy.as(who.board(), () -> accounts.name(who.board(), who.person())
				.map(name -> new Actor(who.board(), who.person(), name, grants.on(who.board(), who.person(), LocalDate.now(clock)))));
	}

	/** A session of its own, with nothing in it that was there before. */
	void begin(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
		end(request, response);
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
		SecurityContextHolder.setContext(context);
		sessions.saveContext(context, request, response);
		request.getSession().setMaxInactiveInterval((int) PATIENCE.toSeconds());
	}

	void end(HttpServletRequest request, HttpServletResponse response) {
		var session = request.getSession(false);
		if (session != null)
			session.invalidate();
		SecurityContextHolder.clearContext();
		request.removeAttribute(LOOKED_UP);
		tokens.saveToken(null, request, response);
	}
}
