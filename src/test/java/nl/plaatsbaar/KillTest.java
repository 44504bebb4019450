package nl.plaatsbaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A machine that stops in the middle of the work: what somebody was told is kept, is kept. */
class KillTest {

	private static final int WRITES = 1_000;

	@TempDir
	Path data;

	@Test
	void nothingThatWasAcknowledgedIsLostWhenTheProgramIsKilled() throws Exception {
		var acknowledged = new HashSet<Integer>();
		writeUntilKilledAfter(300, acknowledged);
		writeUntilKilledAfter(700, acknowledged);
		writeUntilKilledAfter(WRITES, acknowledged);

		try (var server = LocalPostgres.start(data)) {
			assertThat(kept(server)).containsAll(acknowledged);
		}
	}

	/** The server of the killed program is still running when the next one starts. */
	private void writeUntilKilledAfter(int enough, Set<Integer> acknowledged) throws IOException, InterruptedException {
		var writer = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				System.getProperty("java.class.path"), "-Xmx128m",
				Writer.class.getName(), data.toString(), String.valueOf(acknowledged.stream().max(Integer::compare).orElse(0)))
				.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try (var told = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
			for (var line = told.readLine(); line != null && acknowledged.size() < enough; line = told.readLine())
				if (line.startsWith("kept "))
					acknowledged.add(Integer.parseInt(line.substring("kept ".length())));
		} finally {
			writer.destroyForcibly().waitFor();
		}
		assertThat(acknowledged.size()).isGreaterThanOrEqualTo(enough);
	}

	private static List<Integer> kept(LocalPostgres server) {
		return JdbcClient.create(new DriverManagerDataSource(server.url("plaatsbaar"), "plaatsbaar_owner", server.passwords().owner()))
				.sql("select number from written").query((row, _) -> row.getInt(1)).list();
	}

	/** Writes numbers and says so after each commit, until somebody pulls the plug. */
	static final class Writer {

		static void main(String[] arguments) throws Exception {
			var server = LocalPostgres.start(Path.of(arguments[0]));
			try (var connection = DriverManager.getConnection(server.url("plaatsbaar"), "plaatsbaar_owner", server.passwords().owner());
					var statement = connection.createStatement()) {
				statement.execute("create table if not exists written (number int primary key)");
				for (int number = Integer.parseInt(arguments[1]) + 1;; number++) {
					// What was written but not yet told when the plug was pulled may be there already.
					statement.execute("insert into written values (" + number + ") on conflict do nothing");
					System.out.println("kept " + number);
				}
			}
		}
	}
}
