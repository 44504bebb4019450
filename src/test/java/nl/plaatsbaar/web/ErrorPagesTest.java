package nl.plaatsbaar.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

class ErrorPagesTest extends WebAlone {

	@Test
	void whoLosesTheWayIsToldWhatHappenedAndWhereToGo() {
		browser.atEveryWidth(page -> {
			browser.expecting(404);
			page.navigate(at("/bestaat-niet"));
			assertThat(page.locator("h1")).hasText("Deze pagina is er niet");
			browser.axe(page);
			browser.look(page, "");
			page.getByText("Naar de startpagina").click();
			assertThat(page).hasURL(at("/"));
		});
	}

	@Test
	void aProgramIsToldTheSameInItsOwnForm() throws Exception {
		var answer = ask("/api/v1/bestaat-niet", "*/*", "");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.body()).contains("\"title\":\"Deze pagina is er niet\"", "\"now\":\"Ga terug", "\"instance\":\"/api/v1/bestaat-niet\"");
	}

	@Test
	void aProgramThatChoseEnglishIsAnsweredInEnglish() throws Exception {
		assertThat(ask("/api/v1/bestaat-niet", "application/json", "taal=en").body()).contains("\"title\":\"This page is not here\"");
	}

	@Test
	void whatMayOnlyBeSentCannotBeOpened() throws Exception {
		var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(at("/help"))).method("PUT", HttpRequest.BodyPublishers.noBody())
				.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isIn(403, 405);
	}

	@Test
	void everyErrorSaysWhatWhyAndWhatNow() {
		browser.atEveryWidth(page -> {
			for (int status : new int[]{400, 403, 405, 413, 429, 500, 503}) {
				browser.expecting(status);
				page.navigate(at("/kapot/" + status));
				assertThat(page.getByText("fout " + status)).isVisible();
				assertThat(page.locator("main p")).hasCount(3);
			}
		});
	}

	private HttpResponse<String> ask(String path, String accept, String cookie) throws IOException, InterruptedException {
		var question = HttpRequest.newBuilder(URI.create(at(path))).header("Accept", accept).header("Cookie", cookie);
		return HttpClient.newHttpClient().send(question.build(), HttpResponse.BodyHandlers.ofString());
	}
}
