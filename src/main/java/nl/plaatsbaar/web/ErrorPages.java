package nl.plaatsbaar.web;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.access.Programs;

/**
 * Whatever goes wrong ends here and is told in words: what happened, why, and what to do now. People get a page, programs
 * ({@code /api/…}, or who asks for JSON) get {@code application/problem+json} with the same words.
 */
@Controller
@Admits(everyone = true)
class ErrorPages implements ErrorController {

	private static final Set<Integer> TOLD_APART = Set.of(400, 403, 404, 405, 413, 429, 500, 503);

	private final MessageSource words;

	ErrorPages(MessageSource words) {
		this.words = words;
	}

	@RequestMapping("${spring.web.error.path:${error.path:/error}}")
	Object explain(HttpServletRequest request, Locale locale) {
		var status = statusOf(request);
		if (Programs.ask(request))
			return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON)
					.body(problem(status, Programs.path(request), locale));
		return new ModelAndView("error/page", Map.of("code", toldAs(status.value())), status);
	}

	/** The same words for a program; {@code now} is what to do about it. */
	ProblemDetail problem(HttpStatus status, String path, Locale locale) {
		var told = "error." + toldAs(status.value());
		var problem = ProblemDetail.forStatusAndDetail(status, words.getMessage(told + ".why", null, locale));
		problem.setTitle(words.getMessage(told + ".what", null, locale));
		problem.setProperty("now", now(status, locale));
		problem.setInstance(URI.create(path));
		return problem;
	}

	String now(HttpStatus status, Locale locale) {
		return words.getMessage("error." + toldAs(status.value()) + ".now", null, locale);
	}

	static int toldAs(int status) {
		return TOLD_APART.contains(status) ? status : status < 500 ? 400 : 500;
	}

	private static HttpStatus statusOf(HttpServletRequest request) {
		// Somebody who opens /error himself asks for a page that is not there.
		return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
				&& HttpStatus.resolve(code) instanceof HttpStatus status
						? status
						: HttpStatus.NOT_FOUND;
	}
}
