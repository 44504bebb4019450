package nl.plaatsbaar.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * What goes wrong inside the API as {@code application/problem+json}. A controller says more by throwing an
 * {@code ErrorResponseException} with its own title, detail and properties ({@code now}: what to do about it); what it leaves out
 * is filled in here. What reaches no controller at all is told by {@link ErrorPages}.
 */
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems extends ResponseEntityExceptionHandler {

	private final ErrorPages words;

	ApiProblems(ErrorPages words) {
		this.words = words;
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception wrong, @Nullable Object body, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		if (body instanceof ProblemDetail problem)
			complete(problem, (ServletWebRequest) request, LocaleContextHolder.getLocale());
		return super.handleExceptionInternal(wrong, body, headers, status, request);
	}

	private void complete(ProblemDetail problem, ServletWebRequest request, Locale locale) {
		if (!(HttpStatus.resolve(problem.getStatus()) instanceof HttpStatus status))
			return;
		var usual = words.problem(status, request.getRequest().getRequestURI(), locale);
		if (problem.getTitle() == null || problem.getTitle().equals(status.getReasonPhrase()))
			problem.setTitle(usual.getTitle());
		if (problem.getDetail() == null)
			problem.setDetail(usual.getDetail());
		if (problem.getProperties() == null || !problem.getProperties().containsKey("now"))
			problem.setProperty("now", words.now(status, locale));
	}
}
