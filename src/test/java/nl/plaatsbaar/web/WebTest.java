package nl.plaatsbaar.web;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

import nl.plaatsbaar.Browser;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;

@PlaatsbaarTest
abstract class WebTest {

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	Site site;

	String at(String path) {
		return site.address() + path;
	}
}
