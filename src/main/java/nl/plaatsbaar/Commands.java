package nl.plaatsbaar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.BadSqlGrammarException;

/** The other way to use the program: one command, no pages. */
final class Commands {

	/** True while a command runs, for what should then stay quiet. */
	static final String PROPERTY = "plaatsbaar.command";

	private Commands() {
	}

	/** A first word that is no option names a command. */
	static boolean isAsked(String[] arguments) {
		return arguments.length > 0 && !arguments[0].startsWith("-");
	}

	/** Runs it and gives the exit code. */
	static int run(String[] arguments) {
		var name = arguments[0];
		var rest = Arrays.asList(arguments).subList(1, arguments.length);
		var simple = ServiceLoader.load(Command.class).stream().map(ServiceLoader.Provider::get).toList();
		var found = simple.stream().filter(command -> command.name().equals(name)).findFirst();
		return found.isPresent() ? found.get().run(rest) : runWithDatabase(name, rest, simple);
	}

	private static int runWithDatabase(String name, List<String> rest, List<Command> simple) {
		try (var context = start()) {
			var commands = new ArrayList<>(context.getBeansOfType(Command.class).values());
			for (var command : commands)
				if (command.name().equals(name))
					return command.run(rest);
			System.err.printf("Plaatsbaar has no command '%s'; choose one of: %s.%n", name,
					String.join(", ", Stream.concat(commands.stream(), simple.stream()).map(Command::name).sorted().toList()));
			return 2;
		} catch (BadSqlGrammarException e) {
			System.err.println(
					"The tables of this program are not in the database yet; start Plaatsbaar once without a command, which makes them.");
			return 1;
		}
	}

	/** Beside a program that runs, a command does not touch the tables: that is for the start of the program itself. */
	private static ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(Plaatsbaar.class).web(WebApplicationType.NONE).bannerMode(Banner.Mode.OFF)
				.lazyInitialization(true)
				.logStartupInfo(false).run("--" + PROPERTY + "=true", "--plaatsbaar.demo=false",
						"--spring.flyway.enabled=false", "--logging.level.nl.plaatsbaar=warn");
	}
}
