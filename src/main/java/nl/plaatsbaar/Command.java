package nl.plaatsbaar;

import java.util.List;

/**
 * Something the program does from the command line instead of serving pages:
 * {@code java -jar plaatsbaar.jar <name> <arguments>}. No web server is started for it. Make it a Spring bean when it needs
 * the database; a command that only thinks is better named in {@code META-INF/services/nl.plaatsbaar.Command} (a public class
 * without constructor arguments) and then starts at once.
 */
public interface Command {

	/** The first word of the command line, for instance {@code verify-audit}. */
	String name();

	/** Does the work and says how it went on standard output. Returns the exit code: 0 is well, 1 is not, 2 is a mistake in the question. */
	int run(List<String> arguments);
}
