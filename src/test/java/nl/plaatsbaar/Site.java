package nl.plaatsbaar;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The running program seen from outside, over HTTP. */
@TestComponent
public class Site {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final Environment environment;

	Site(Environment environment) {
		this.environment = environment;
	}

	/** Where it is, for a browser: {@code http://localhost:12345}. */
	public String address() {
		return "http://localhost:" + environment.getRequiredProperty("local.server.port");
	}

	/** Somebody who is not signed in, with cookies of his own. */
	public Visitor visitor() {
		return new Visitor(address());
	}

	/** Somebody who signed in with his password. */
	public Visitor as(Cast.Member member) {
		return visitor().signIn(member.email(), member.password());
	}

	/** What came back. Redirects are not followed. */
	public record Answer(int status, String body, HttpResponse<String> response) {

		public Optional<String> header(String name) {
			return response.headers().firstValue(name);
		}

		/** Where a redirect leads, as a path within the site. */
		public String leadsTo() {
			var location = header("Location")
					.orElseThrow(() -> new AssertionError("no redirect but status %d: %s".formatted(status, body)));
			var uri = URI.create(location);
			return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
		}
	}

	/** One browser without JavaScript: keeps cookies, fills in the hidden token of forms. */
	public static final class Visitor {

		private final String address;
		private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager())
				.followRedirects(HttpClient.Redirect.NEVER).build();
		private @Nullable String token;

		private Visitor(String address) {
			this.address = address;
		}

		public Visitor signIn(String email, String password) {
			var answer = post("/inloggen", Map.of("adres", email, "wachtwoord", password));
			if (answer.status() != 302)
				throw new AssertionError("%s could not sign in: %d %s".formatted(email, answer.status(), answer.body()));
			token = null;
			return this;
		}

		public Answer get(String path) {
			return send(request(path).header("Accept", "text/html").GET());
		}

		/** Sends a form, with the token of the last page that had one. */
		public Answer post(String path, Map<String, String> fields) {
			return form("POST", path, fields);
		}

		/** A form sent with another method, for instance {@code DELETE}. */
		public Answer form(String method, String path, Map<String, String> fields) {
			return send(formRequest(path).method(method, encoded(fields)));
		}

		/** Any request, as it is, for instance to the API. */
		public Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
			var request = request(path).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
			headers.forEach(request::header);
			return send(request);
		}

		/** Any bytes, such as a form with a file. */
		public Answer sendBytes(String path, byte[] body, String contentType) {
			return send(
					request(path).header("Accept", "text/html").header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
		}

		private HttpRequest.Builder formRequest(String path) {
			if (token == null)
				get("/inloggen");
			return request(path).header("Accept", "text/html").header("Content-Type", "application/x-www-form-urlencoded");
		}

		private HttpRequest.BodyPublisher encoded(Map<String, String> fields) {
			var all = new java.util.TreeMap<>(fields);
			if (token != null)
				all.put("_csrf", token);
			return BodyPublishers.ofString(all.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
					.collect(Collectors.joining("&")));
		}

		private static String encode(String text) {
			return URLEncoder.encode(text, StandardCharsets.UTF_8);
		}

		private HttpRequest.Builder request(String path) {
			return HttpRequest.newBuilder(URI.create(address + path));
		}

		private Answer send(HttpRequest.Builder request) {
			try {
				var response = client.send(request.build(), BodyHandlers.ofString());
				var found = TOKEN.matcher(response.body());
				if (found.find())
					token = found.group(1);
				return new Answer(response.statusCode(), response.body(), response);
			} catch (IOException e) {
				throw new AssertionError(e);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new AssertionError(e);
			}
		}
	}
}
