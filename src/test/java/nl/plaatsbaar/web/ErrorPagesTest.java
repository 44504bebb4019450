package nl.plaatsbaar.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.RequestDispatcher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class ErrorPagesTest extends WebTest {

	@Autowired
	WebApplicationContext program;

	@Autowired
	MessageSource words;

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
		assertThat(answer.body()).contains("\"title\":\"Deze pagina is er niet\"", "\"now\":\"Ga terug",
				"\"instance\":\"/api/v1/bestaat-niet\"");
	}

	@Test
	void aProgramThatChoseEnglishIsAnsweredInEnglish() throws Exception {
		assertThat(ask("/api/v1/bestaat-niet", "application/json", "taal=en").body()).contains("\"title\":\"This page is not here\"");
	}

	@Test
	void aFileThatIsTooBigIsRefusedInWords() throws Exception {
		var form = "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"film.mp4\"\r\n\r\n" + "x".repeat(30_000_000)
				+ "\r\n--grens--";
		var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(at("/uitloggen"))).header("Accept", "text/html")
				.header("Content-Type", "multipart/form-data; boundary=grens").POST(HttpRequest.BodyPublishers.ofString(form)).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("Dit bestand is te groot");
	}

	@Test
	void aQuestionToTheApiIsAFewLinesAndNotABook() throws Exception {
		var book = ("{\"policy\": \"" + "x".repeat(70_000) + "\"}").getBytes(StandardCharsets.UTF_8);
		for (var sent : List.of(HttpRequest.BodyPublishers.ofByteArray(book),
				HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(book)))) {
			var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(at("/api/v1/advice")))
					.header("Content-Type", "application/json").POST(sent).build(), HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(413);
			assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		}
	}

	@Test
	void aQuestionWhoseLengthIsNotToldBeforehandIsReadAllTheSame() throws Exception {
		var question = "{\"policy\": \"osvs-2025\", \"situation\": {\"actor\": \"employee\", \"act\": \"connect\"}}";
		var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(at("/api/v1/advice")))
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(question.getBytes(StandardCharsets.UTF_8))))
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
	}

	@Test
	void anAddressWithTricksInItIsRefusedInWords() throws Exception {
		var answer = ask("/help;a=b", "text/html", "");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("Dit begrepen we niet");
	}

	@ParameterizedTest
	@ValueSource(ints = {400, 403, 404, 405, 413, 429, 500, 503})
	void everyErrorSaysWhatWhyAndWhatNow(int status) throws Exception {
		var page = MockMvcBuilders.webAppContextSetup(program).build()
				.perform(get("/error").accept(MediaType.TEXT_HTML).requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)).andReturn()
				.getResponse();
		assertThat(page.getStatus()).isEqualTo(status);
		for (var part : new String[]{"what", "why", "now"})
			assertThat(page.getContentAsString()).contains(words.getMessage("error." + status + "." + part, null, Languages.DUTCH));
	}

	private HttpResponse<String> ask(String path, String accept, String cookie) throws IOException, InterruptedException {
		var question = HttpRequest.newBuilder(URI.create(at(path))).header("Accept", accept).header("Cookie", cookie);
		return HttpClient.newHttpClient().send(question.build(), HttpResponse.BodyHandlers.ofString());
	}
}
