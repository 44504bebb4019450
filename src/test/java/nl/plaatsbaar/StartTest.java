package nl.plaatsbaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;

/** A start that cannot succeed says in one sentence what to do. */
class StartTest {

	@Test
	void aDatabaseThatDoesNotAnswerIsNamed() throws Exception {
		int nobodyThere;
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			nobodyThere = socket.getLocalPort();
		}

		var said = failedStart("--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/plaatsbaar".formatted(nobodyThere),
				"--server.port=0");

		assertThat(said).containsOnlyOnce("Plaatsbaar does not start.").contains("cannot be reached").contains("nobody answers there")
				.doesNotContain("\tat ");
	}

	@Test
	void aPortThatIsTakenIsNamedWithAWayOut() {
		var analysis = Objects.requireNonNull(new OneSentence().analyze(new IllegalStateException(new PortInUseException(8080))));

		assertThat(analysis.getDescription()).contains("Port 8080 is taken").contains("SERVER_PORT=8081");
	}

	@Test
	void aFirstWordThatIsNoOptionAsksForACommand() {
		assertThat(Commands.isAsked(new String[]{"verify-audit"})).isTrue();
		assertThat(Commands.isAsked(new String[]{"--server.port=9000"})).isFalse();
		assertThat(Commands.isAsked(new String[]{})).isFalse();
	}

	private static String failedStart(String... arguments) {
		var screen = System.err;
		var output = System.out;
		var said = new ByteArrayOutputStream();
		var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
		System.setErr(stream);
		System.setOut(stream);
		try {
			SpringApplication.run(Plaatsbaar.class, arguments).close();
			throw new AssertionError("it started");
		} catch (RuntimeException expected) {
			return said.toString(StandardCharsets.UTF_8);
		} finally {
			System.setErr(screen);
			System.setOut(output);
		}
	}
}
