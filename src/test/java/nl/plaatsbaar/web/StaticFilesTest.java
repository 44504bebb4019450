package nl.plaatsbaar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class StaticFilesTest extends WebTest {

	@Test
	void aBrowserKeepsTheLookForAYearAndStillSeesEveryChange() throws Exception {
		var style = found("/css/plaatsbaar-[0-9a-f]{32}\\.css", get("/").body());
		assertThat(get(style).headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
	}

	@Test
	void theFontsInsideTheLookAreKeptJustAsLong() throws Exception {
		var css = get(found("/css/plaatsbaar-[0-9a-f]{32}\\.css", get("/").body())).body();
		var font = found("fonts/bricolage-grotesque-latin-wght-normal-[0-9a-f]{32}\\.woff2", css);
		assertThat(get("/vendor/" + font).headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
	}

	@Test
	void theLookTravelsSmallAndAPageWithSecretsIsNeverPacked() throws Exception {
		assertThat(packed("/css/plaatsbaar.css")).hasValue("gzip");
		assertThat(packed("/vendor/nlds.css")).hasValue("gzip");
		assertThat(packed("/")).isEmpty();
	}

	@Test
	void aPageItselfIsNeverKept() throws Exception {
		assertThat(get("/").headers().firstValue("Cache-Control")).hasValueSatisfying(value -> assertThat(value).contains("no-store"));
	}

	private static String found(String pattern, String text) {
		var match = Pattern.compile(pattern).matcher(text);
		assertThat(match.find()).as(pattern).isTrue();
		return match.group();
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(at(path))).build(), HttpResponse.BodyHandlers.ofString());
	}

	private Optional<String> packed(String path) throws IOException, InterruptedException {
		var question = HttpRequest.newBuilder(URI.create(at(path))).header("Accept-Encoding", "gzip").build();
		return HttpClient.newHttpClient().send(question, HttpResponse.BodyHandlers.discarding()).headers().firstValue("Content-Encoding");
	}
}
