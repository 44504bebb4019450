package nl.plaatsbaar.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

class PagesTest extends WebAlone {

	@Test
	void aVisitorIsWelcomedAndCanSignIn() {
		browser.atEveryWidth(page -> {
			page.navigate(at("/"));
			assertThat(page.locator("h1")).hasText("Mag dit online?");
			assertThat(page.locator("main").getByText("Inloggen")).isVisible();
			browser.axe(page);
		});
	}

	@Test
	void everyPartOfTheLookIsAccessible() {
		browser.atEveryWidth(page -> {
			page.navigate(at("/stijl"));
			browser.axe(page);
		});
	}
}
