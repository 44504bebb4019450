package nl.plaatsbaar.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

import nl.plaatsbaar.Browser;

class LanguageTest extends WebTest {

	@Test
	void aPageIsDutchUntilSomebodyChoosesEnglish() {
		var page = browser.open(Browser.COMPUTER);
		page.navigate(at("/help?q=1"));
		assertThat(page.locator("html")).hasAttribute("lang", "nl");
		page.getByText("English").first().click();
		assertThat(page).hasURL(at("/help?q=1&lang=en"));
		assertThat(page.locator("html")).hasAttribute("lang", "en");
		assertThat(page.getByText("How do I sign in?")).isVisible();
	}

	@Test
	void theChoiceIsRememberedOnTheNextPage() {
		browser.atEveryWidth(page -> {
			page.navigate(at("/?lang=en"));
			page.navigate(at("/"));
			assertThat(page.locator("h1")).hasText("May this go online?");
			browser.axe(page);
		});
	}

	@Test
	void aLanguageWeDoNotSpeakIsLeftAlone() {
		var page = browser.open(Browser.COMPUTER);
		page.navigate(at("/help?lang=fr"));
		assertThat(page.locator("html")).hasAttribute("lang", "nl");
	}
}
