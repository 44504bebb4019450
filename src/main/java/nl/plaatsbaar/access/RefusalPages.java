package nl.plaatsbaar.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

import nl.plaatsbaar.access.Door.NotYourRole;
import nl.plaatsbaar.access.Door.SignInFirst;
import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;

/** What somebody gets who is not let in: why, and what now. A signed-in person's refusal is written down. */
@Controller
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalPages {

	/** Where a form lands that was open too long, or was never ours. */
	static final String STALE = "/verlopen";

	private final MessageSource words;
	private final AuditTrail trail;
	private final Visit visit;

	RefusalPages(MessageSource words, AuditTrail trail, Visit visit) {
		this.words = words;
		this.trail = trail;
		this.visit = visit;
	}

	@ExceptionHandler
	Object signInFirst(SignInFirst reason, HttpServletRequest request, Locale locale) {
		if (Programs.ask(request))
			return problem(HttpStatus.UNAUTHORIZED, "access.signin-first", List.of(), locale);
		var signIn = UriComponentsBuilder.fromPath(SignInPages.PATH);
		if (request.getMethod().equals("GET"))
			signIn.queryParam("terug", "{back}");
		var place = signIn.build(Map.of("back", wholePath(request))).toString();
		return "redirect:" + place;
	}

	@ExceptionHandler
	Object notYourRole(NotYourRole reason, HttpServletRequest request, Locale locale) {
		var roles = reason.roles().stream().map(role -> words.getMessage("access.role." + role, null, locale))
				.collect(Collectors.joining(", "));
		return refuse("access.refused.role", List.of(roles), request, locale);
	}

	@ExceptionHandler
	Object refused(Refused reason, HttpServletRequest request, Locale locale) {
		return refuse(reason.reason(), List.of(reason.arguments()), request, locale);
	}

	/** Not a refusal of a person but of a form. */
	@Admits(everyone = true)
	@RequestMapping(STALE)
	ModelAndView stale() {
		return new ModelAndView("access/stale", Map.of(), HttpStatus.FORBIDDEN);
	}

	private Object refuse(String why, List<Object> arguments, HttpServletRequest request, Locale locale) {
		visit.actor(request).ifPresent(actor -> trail.recordApart(actor.board(), actor.person(),
				Recordable.of("access.refused").with("method", request.getMethod()).with("path", request.getRequestURI()).with("why",
						why)));
		if (Programs.ask(request))
			return problem(HttpStatus.FORBIDDEN, why, arguments, locale);
		var model = Map.of("why", words.getMessage(why, arguments.toArray(), locale), "signedIn", visit.actor(request).isPresent());
		return new ModelAndView("access/refused", model, HttpStatus.FORBIDDEN);
	}

	private ResponseEntity<ProblemDetail> problem(HttpStatus status, String why, List<Object> arguments, Locale locale) {
		var problem = ProblemDetail.forStatusAndDetail(status, words.getMessage(why, arguments.toArray(), locale));
		problem.setTitle(words.getMessage(status == HttpStatus.FORBIDDEN ? "access.refused.title" : "access.signin.title", null, locale));
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	private static String wholePath(HttpServletRequest request) {
		return request.getQueryString() == null ? request.getRequestURI() : request.getRequestURI() + "?" + request.getQueryString();
	}
}
