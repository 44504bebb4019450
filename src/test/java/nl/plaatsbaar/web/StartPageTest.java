package nl.plaatsbaar.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import nl.plaatsbaar.Browser;
import nl.plaatsbaar.Cast;

class StartPageTest extends WebTest {

	@Test
	void samiraIsGreetedByHerFirstName() {
		browser.atEveryWidth(page -> {
			browser.signIn(page, site, Cast.samira());
			page.navigate(at("/"));
			assertThat(page.locator("h1")).hasText(Pattern.compile("Goede(morgen|middag|navond|nacht), Samira"));
			assertThat(page.getByText("Voor jou")).isVisible();
			browser.axe(page);
		});
	}

	@Test
	void herMenuLeadsToHerMessagesAndOut() {
		var page = browser.open(Browser.PHONE);
		browser.signIn(page, site, Cast.samira());
		page.navigate(at("/"));
		page.locator("details.me summary").click();
		assertThat(page.getByText("Samira El Idrissi")).isVisible();
		browser.axe(page);
		browser.look(page, "menu");
		page.locator("details.me").getByText("Berichten").click();
		assertThat(page).hasURL(at("/berichten"));
		page.locator("details.me summary").click();
		page.getByText("Uitloggen").click();
		assertThat(page.getByText("Inloggen").first()).isVisible();
	}

	@Test
	void whoLosesTheWayStaysSignedIn() {
		var page = browser.open(Browser.COMPUTER);
		browser.signIn(page, site, Cast.samira());
		browser.expecting(404);
		page.navigate(at("/bestaat-niet"));
		assertThat(page.locator("details.me")).containsText("Samira");
	}
}
