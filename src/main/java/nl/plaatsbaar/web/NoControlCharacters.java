package nl.plaatsbaar.web;

import java.io.IOException;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Nobody types a NUL; a database cannot even keep one. Who sends it is told that the request is not right. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class NoControlCharacters extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean nul = request.getParameterMap().values().stream().flatMap(Stream::of).anyMatch(value -> value.indexOf('\0') >= 0);
		if (nul)
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		else
			chain.doFilter(request, response);
	}
}
