package nl.plaatsbaar.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import nl.plaatsbaar.Browser;

class PagesTest extends WebTest {

	@Test
	void aVisitorIsWelcomedAndCanSignIn() {
		browser.atEveryWidth(page -> {
			page.navigate(at("/"));
			assertThat(page.locator("h1")).hasText("Mag dit online?");
			assertThat(page.locator("main").getByText("Inloggen")).hasAttribute("href", "/inloggen");
			assertThat(page.locator("main").getByText("OBS De Vlieger")).isVisible();
			browser.axe(page);
		});
	}

	@Test
	void aVisitorCanAskWithoutSigningIn() {
		var page = browser.open(Browser.PHONE);
		page.navigate(at("/"));
		page.getByText("Stel je vraag").click();
		assertThat(page).hasURL(at("/mag-dit"));
	}

	@Test
	void everyPartOfTheLookIsAccessible() {
		browser.atEveryWidth(page -> {
			page.navigate(at("/stijl"));
			assertThat(page.locator(".verdict")).hasCount(7);
			browser.axe(page);
		});
	}

	@Test
	void theExplainingPagesAreAccessible() {
		browser.atEveryWidth(page -> {
			for (var path : new String[]{"/help", "/over", "/toegankelijkheid", "/privacy"}) {
				page.navigate(at(path));
				browser.axe(page);
				browser.look(page, path.substring(1));
			}
		});
	}

	@Test
	void whoUsesTheKeyboardCanSkipTheHeader() {
		var page = browser.open(Browser.PHONE);
		page.navigate(at("/help"));
		page.keyboard().press("Tab");
		var skip = page.getByText("Naar de inhoud");
		assertThat(skip).isFocused();
		assertThat(skip).isInViewport();
		page.keyboard().press("Enter");
		assertThat(page.locator("#inhoud")).isFocused();
	}

	@Test
	void readyTextIsCopiedWithOneTap() {
		var page = browser.open(Browser.PHONE);
		page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
		page.navigate(at("/stijl"));
		page.getByText("Kopieer tekst").click();
		assertThat(page.getByText("Gekopieerd")).isVisible();
		org.assertj.core.api.Assertions.assertThat((String) page.evaluate("navigator.clipboard.readText()")).startsWith("Beste ouders");
	}

	@Test
	void withoutJavaScriptNothingPretendsToWork() {
		var page = browser.openWithoutJavaScript(Browser.PHONE);
		page.navigate(at("/stijl"));
		assertThat(page.getByText("Kopieer tekst")).isHidden();
		assertThat(page.locator("#bericht")).containsText("Beste ouders");
		page.getByText("Meer weten").click();
		assertThat(page.getByText("Een uitklapper houdt de pagina rustig.")).isVisible();
	}

	@Test
	void whatWasTypedWrongIsSaidAtTheFieldItself() {
		var page = browser.open(Browser.COMPUTER);
		page.navigate(at("/stijl"));
		var field = page.getByLabel("Nog een titel");
		assertThat(field).hasAccessibleDescription(Pattern.compile("Vul een titel in.*"));
		assertThat(field).hasAttribute("aria-invalid", "true");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Vul een titel in.*"))).click();
		assertThat(field).isFocused();
	}

	@ParameterizedTest
	@ValueSource(ints = {Browser.PHONE, Browser.COMPUTER})
	void onPaperOnlyTheContentIsLeft(int width) {
		var page = browser.open(width);
		page.navigate(at("/stijl"));
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(page.getByText("Opslaan").first()).isHidden();
		assertThat(page.locator("footer nav")).isHidden();
		assertThat(page.locator(".verdict").first()).isVisible();
		browser.look(page, "paper");
	}
}
