package nl.plaatsbaar.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import com.microsoft.playwright.Page;

import nl.plaatsbaar.Browser;
import nl.plaatsbaar.Cast;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;
import nl.plaatsbaar.notification.Notice;
import nl.plaatsbaar.notification.Notices;

/** The pages of the floor in a real browser, on a phone and on a computer. */
@PlaatsbaarTest
class FloorPagesTest {

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	Site site;

	@Autowired
	Notices notices;

	@Autowired
	Tenancy tenancy;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void aTeacherSignsInAndReadsHerMessages() {
		tell(Cast.samira(), "Het beleid is gewijzigd", "Er is een nieuwe uitleg bij artikel 3.\n\nLees hem voor je iets plaatst.");
		browser.atEveryWidth(page -> {
			page.navigate(site.address() + "/berichten");
			browser.axe(page);
			signIn(page, Cast.samira());
			assertThat(page.locator("h1")).hasText("Berichten");
			assertThat(page.getByText("Het beleid is gewijzigd")).isVisible();
			browser.axe(page);
		});
	}

	@Test
	void aWrongPasswordKeepsTheAddressAndSaysWhatToDo() {
		browser.atEveryWidth(page -> {
			browser.expecting(422);
			page.navigate(site.address() + "/inloggen");
			page.getByLabel("E-mailadres").fill(Cast.ruben().email());
			page.getByLabel("Wachtwoord").fill("vergeten");
			page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Inloggen").setExact(true))
					.click();
			assertThat(page.getByText("klopt niet")).isVisible();
			assertThat(page.getByLabel("E-mailadres")).hasValue(Cast.ruben().email());
			browser.axe(page);
		});
	}

	@Test
	void aTeacherWhoLooksIntoTheLogIsToldForWhomItIs() {
		browser.atEveryWidth(page -> {
			browser.expecting(403);
			page.navigate(site.address() + "/inloggen?terug=/logboek");
			signIn(page, Cast.samira());
			assertThat(page.getByText("functionaris gegevensbescherming")).isVisible();
			browser.axe(page);
		});
	}

	@Test
	void theDataProtectionOfficerHasTheSealsChecked() {
		browser.atEveryWidth(page -> {
			page.navigate(site.address() + "/inloggen?terug=/logboek");
			signIn(page, Cast.wim());
			page.getByText("Controleer alle zegels").click();
			assertThat(page.getByText("Het logboek klopt")).isVisible();
			browser.axe(page);
		});
	}

	@Test
	void theMailsOfTheDemoCanBeRead() {
		site.as(Cast.samira()).post("/berichten/gelezen", Map.of());
		browser.atEveryWidth(page -> {
			page.navigate(site.address() + "/postvak");
			assertThat(page.locator("h1")).hasText("Postvak van de demo");
			browser.axe(page);
		});
	}

	private static void signIn(Page page, Cast.Member member) {
		page.getByLabel("E-mailadres").fill(member.email());
		page.getByLabel("Wachtwoord").fill(member.password());
		page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Inloggen").setExact(true))
				.click();
	}

	private void tell(Cast.Member member, String subject, String body) {
		tenancy.as(Cast.board(), () -> transaction.executeWithoutResult(_ -> notices
				.send(new Notice(Cast.board(), member.id(), member.email(), subject, body, "/help", "test-" + subject))));
	}
}
