package nl.plaatsbaar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

class ApiProblemsTest {

	MockMvcTester api;

	@BeforeEach
	void anApiWithOneQuestion() throws Exception {
		var words = new Languages().messageSource(new PathMatchingResourcePatternResolver());
		api = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Question()).setLocaleResolver(new Languages().localeResolver())
				.setControllerAdvice(new ApiProblems(new ErrorPages(words))).build());
	}

	@Test
	void whatCannotBeReadIsToldAsAProblemThatSaysWhatToDo() {
		assertThat(api.perform(post("/api/v1/question").contentType(MediaType.APPLICATION_JSON).content("{oops"))).hasStatus(400)
				.hasContentType(MediaType.APPLICATION_PROBLEM_JSON).bodyJson()
				.hasPathSatisfying("$.title", title -> assertThat(title).isEqualTo("Dit begrepen we niet"))
				.hasPathSatisfying("$.detail", detail -> assertThat(detail).isNotEmpty())
				.hasPathSatisfying("$.now", now -> assertThat(now).asString().startsWith("Ga terug"));
	}

	@Test
	void whatTheQuestionItselfSaysIsNotOverwritten() {
		assertThat(api.perform(post("/api/v1/question").contentType(MediaType.APPLICATION_JSON).content("{\"name\": \"hyves\"}")))
				.hasStatus(400).bodyJson()
				.hasPathSatisfying("$.title", title -> assertThat(title).isEqualTo("Dit platform bestaat niet meer"))
				.hasPathSatisfying("$.detail", detail -> assertThat(detail).isEqualTo("hyves"))
				.hasPathSatisfying("$.now", now -> assertThat(now).isEqualTo("Kies een ander platform."));
	}

	private record Platform(String name) {
	}

	@RestController
	private static class Question {

		@PostMapping("/api/v1/question")
		void ask(@RequestBody Platform platform) {
			var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, platform.name());
			problem.setTitle("Dit platform bestaat niet meer");
			problem.setProperty("now", "Kies een ander platform.");
			throw new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
		}
	}
}
