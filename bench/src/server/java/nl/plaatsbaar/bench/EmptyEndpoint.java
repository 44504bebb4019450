package nl.plaatsbaar.bench;

import java.util.Map;

import nl.plaatsbaar.access.Admits;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the server does when there is nothing to do; put beside it for a measurement, never part of it. */
@RestController
@Admits(everyone = true)
class EmptyEndpoint {

	private static final Map<String, String> NOTHING = Map.of("verdict", "NOTHING");

	/** JSON in, JSON out, nothing in between. */
	@PostMapping(path = "/api/v1/nothing", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	Map<String, String> nothing(@RequestBody Map<String, Object> question) {
		return NOTHING;
	}

	/** The body is taken in and not looked at; no answer but 204. */
	@PostMapping("/api/v1/bare")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void bare(@RequestBody byte[] question) {
	}
}
