package nl.plaatsbaar;

import java.util.List;

/**
 * Something the program does from the command line instead of serving pages:
 * {@code java -jar plaatsbaar.jar <name> <arguments>}. Make it a Spring bean; no web server is started for it.
 */
public interface Command {

	/** The first word of the command line, for instance {@code verify-audit}. */
	String name();

	/** Does the work and says how it went on standard output. Returns the exit code: 0 is well, 1 is not, 2 is a mistake in the question. */
	int run(List<String> arguments);

	/** Whether the database has to be there. A command that only thinks may say no and starts at once. */
	default boolean needsDatabase() {
		return true;
	}
}
