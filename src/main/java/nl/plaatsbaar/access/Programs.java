package nl.plaatsbaar.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Who wants an answer in a form for programs: whoever asks something under {@code /api/}, or wants JSON and no page. */
public final class Programs {

	private Programs() {
	}

	public static boolean ask(HttpServletRequest request) {
		var accept = request.getHeader("Accept");
		return path(request).startsWith("/api/") || accept != null && accept.contains("json") && !accept.contains("html");
	}

	/** What was asked for at first, also while the answer is about what went wrong. */
	public static String path(HttpServletRequest request) {
		return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path ? path : request.getRequestURI();
	}
}
