package nl.plaatsbaar;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the program: a social-media policy that runs. */
@SpringBootApplication
public class Plaatsbaar {

	static void main(String[] arguments) {
		if (Commands.isAsked(arguments))
			System.exit(Commands.run(arguments));
		SpringApplication.run(Plaatsbaar.class, arguments);
	}
}
