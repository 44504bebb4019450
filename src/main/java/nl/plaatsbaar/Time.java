package nl.plaatsbaar;

import java.time.Clock;
import java.time.ZoneId;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One clock for everybody, on Dutch time: a school day ends at midnight here. */
@Configuration(proxyBeanMethods = false)
public class Time {

	@Bean
	Clock clock() {
		return dutch();
	}

	/** For a command, which nobody hands a clock. */
	public static Clock dutch() {
		return Clock.system(ZoneId.of("Europe/Amsterdam"));
	}
}
