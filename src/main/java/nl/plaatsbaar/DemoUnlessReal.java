package nl.plaatsbaar;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The demo board comes with the database we bring ourselves, never by itself into a database somebody else runs. */
final class DemoUnlessReal implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		var ownDatabase = environment.getProperty("spring.datasource.url", "local").equals("local");
		environment.getPropertySources()
				.addLast(new MapPropertySource("demo unless real", Map.of("plaatsbaar.demo", String.valueOf(ownDatabase))));
	}
}
