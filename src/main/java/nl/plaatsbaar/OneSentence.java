package nl.plaatsbaar;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A start that fails says so in one sentence with what to do, not in a page of stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OneSentence implements FailureAnalyzer {

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		for (var cause = failure; cause != null; cause = cause.getCause()) {
			var sentence = sentence(cause);
			if (sentence != null)
				return new FailureAnalysis(sentence, null, failure);
		}
		return null;
	}

	private static @Nullable String sentence(Throwable cause) {
		return switch (cause) {
			case Trouble trouble -> trouble.getMessage();
			case PortInUseException taken -> ("Port %d is taken by another program; stop that one,"
					+ " or choose another port, for instance with SERVER_PORT=%d.").formatted(taken.getPort(), taken.getPort() + 1);
			case SQLException refused -> sentence(refused);
			default -> null;
		};
	}

	private static @Nullable String sentence(SQLException refused) {
		return switch (Objects.requireNonNullElse(refused.getSQLState(), "")) {
			case "08001", "08004", "08006" -> ("The database of SPRING_DATASOURCE_URL cannot be reached (%s);"
					+ " check the address and that the server runs.").formatted(why(refused));
			case "28P01", "28000" -> ("The database refuses the user or the password (%s); check SPRING_DATASOURCE_USERNAME and _PASSWORD,"
					+ " SPRING_FLYWAY_USER and _PASSWORD.").formatted(saidBy(refused));
			case "3D000" -> "The database named in SPRING_DATASOURCE_URL is not there (%s); make it first, see docs/running.md."
					.formatted(saidBy(refused));
			case "42501" ->
				("The database user lacks a right (%s); give SPRING_FLYWAY_USER the role that owns the tables, see docs/running.md.")
						.formatted(saidBy(refused));
			default -> null;
		};
	}

	private static String why(SQLException refused) {
		return switch (refused.getCause()) {
			case UnknownHostException unknown -> "no machine is called " + unknown.getMessage();
			case ConnectException _ -> "nobody answers there";
			case null, default -> saidBy(refused);
		};
	}

	/** The first line of what the server said; where in the query it was is of no use here. */
	private static String saidBy(SQLException refused) {
		return String.valueOf(refused.getMessage()).lines().findFirst().orElse("").replaceFirst("^(ERROR|FATAL): ", "");
	}

	/** On the screen of whoever started it. */
	static final class OnTheScreen implements FailureAnalysisReporter {

		@Override
		public void report(FailureAnalysis analysis) {
			var action = analysis.getAction();
			System.err.println("Plaatsbaar does not start. " + analysis.getDescription() + (action == null ? "" : " " + action));
		}
	}
}
