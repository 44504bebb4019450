package nl.plaatsbaar;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where to go now. */
@Component
class Ready {

	private static final Logger LOG = LoggerFactory.getLogger(Ready.class);

	private final boolean demo;

	Ready(@Value("${plaatsbaar.demo}") boolean demo) {
		this.demo = demo;
	}

	@EventListener
	void say(ApplicationReadyEvent event) {
		if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null)
			LOG.info("Plaatsbaar is ready: http://localhost:{}{}", web.getWebServer().getPort(), demo ? ", with the demo board" : "");
	}
}
