package nl.plaatsbaar.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A question to the API is a few lines. Whoever sends much more is told so before anybody reads it. */
@Component
class SmallQuestions extends OncePerRequestFilter {

	static final int LIMIT = 64 * 1024;

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().startsWith("/api/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var announced = request.getContentLengthLong();
		if (announced > LIMIT) {
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
			return;
		}
		if (announced >= 0 || request.getHeader("Transfer-Encoding") == null) {
			chain.doFilter(request, response);
			return;
		}
		var body = request.getInputStream().readNBytes(LIMIT + 1);
		if (body.length > LIMIT)
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
		else
			chain.doFilter(new ReadAlready(request, body), response);
	}

	/** A request of which the length was not told beforehand. */
	private static final class ReadAlready extends HttpServletRequestWrapper {

		private final ByteArrayInputStream body;

		ReadAlready(HttpServletRequest request, byte[] body) {
			super(request);
			this.body = new ByteArrayInputStream(body);
		}

		@Override
		public ServletInputStream getInputStream() {
			return new ServletInputStream() {
				@Override
				public int read() {
					return body.read();
				}

				@Override
				public int read(byte[] into, int offset, int length) {
					return body.read(into, offset, length);
				}

				@Override
				public boolean isFinished() {
					return body.available() == 0;
				}

				@Override
				public boolean isReady() {
					return true;
				}

				@Override
				public void setReadListener(ReadListener listener) {
					throw new IllegalStateException("nobody reads a question to the API bit by bit");
				}
			};
		}
	}
}
