package nl.plaatsbaar.access;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Lets in whom {@link Admits} names and nobody else. What carries no {@code @Admits} is closed; static files are open. */
@Component
class Door implements HandlerInterceptor {

	private final Visit visit;

	Door(Visit visit) {
		this.visit = visit;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof ResourceHttpRequestHandler || request.getDispatcherType() == DispatcherType.ERROR)
			return true;
		var admits = handler instanceof HandlerMethod method ? admits(method) : Optional.<Admits>empty();
		mustBeLetIn(admits.orElseThrow(() -> new Refused("access.refused.closed")), request);
		return true;
	}

	/** The line on the method wins from the one on its class. */
	static Optional<Admits> admits(HandlerMethod method) {
		var onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Admits.class);
		return Optional.ofNullable(onMethod)
				.or(() -> Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Admits.class)));
	}

	private void mustBeLetIn(Admits admits, HttpServletRequest request) {
		if (admits.everyone())
			return;
		var actor = visit.actor(request).orElseThrow(SignInFirst::new);
		if (!admits.signedIn() && !actor.hasAny(admits.value()))
			throw new NotYourRole(List.of(admits.value()));
	}

	/** Nobody knows yet who is asking. */
	static final class SignInFirst extends RuntimeException {
	}

	/** The page is for people with other roles. */
	static final class NotYourRole extends RuntimeException {

		private final transient List<Role> roles;

		NotYourRole(List<Role> roles) {
			super("only for " + roles);
			this.roles = roles;
		}

		List<Role> roles() {
			return roles;
		}
	}
}
