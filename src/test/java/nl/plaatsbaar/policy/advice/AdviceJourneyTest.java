package nl.plaatsbaar.policy.advice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import nl.plaatsbaar.Browser;
import nl.plaatsbaar.Cast;
import nl.plaatsbaar.Clause;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The journeys people make with "Mag dit?", in a real browser, on a phone and on a computer. */
@PlaatsbaarTest
class AdviceJourneyTest {

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	Site site;

	private record Said(String policy, String verdict, String article) {}

	@Test
	@Clause("OSVS-M3a")
	@Clause("MEA-8a")
	@Clause("ROE-C4")
	@Clause("OBO-G7b")
	void aTeacherAsksEachPolicyAboutBefriendingAParent() {
		browser.atEveryWidth(page -> {
			for (var said : List.of(new Said("osvs-2025", "Niet doen", "IV.medewerkers.3"), new Said("meander-2021", "Niet doen", "8"),
					new Said("praktijkonderwijs-roermond-2015", "Niet doen", "C.4"),
					new Said("obo-west-brabant-2013", "Weeg het af", "medewerkers.7"),
					new Said("kom-leren-2014", "Niet geregeld", ""))) {
				page.navigate(site.address() + "/mag-dit?policy=" + said.policy());
				page.getByLabel("Wat wil je doen?").fill("vriend worden met ouder");
				page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zoek")).click();
				page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Verder")).click();
				answerAll(page, "Ik werk op school", "Mijn eigen account", "Facebook", "Nee");
				assertThat(page.locator("h1")).hasText(said.verdict());
				assertThat(page.locator("main")).containsText(said.article());
				browser.axe(page);
				browser.look(page, said.policy());
			}
		});
	}

	@Test
	@Clause("OBO-G6")
	@Clause("OSVS-M8")
	void aTeacherAsksAboutAClassPhotoOnAnOwnAccount() {
		browser.atEveryWidth(page -> {
			signIn(page, Cast.samira());
			page.navigate(site.address() + "/mag-dit");
			browser.axe(page);
			browser.look(page, "start");
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Foto van leerlingen plaatsen")).click();
			assertThat(page.locator("h1")).isVisible();
			browser.axe(page);
			browser.look(page, "vraag");
			answerAll(page, "Instagram", "Mijn eigen account", "Nee, niet iedereen", "Jonger dan 13");
			assertThat(page.locator("h1")).hasText("Vraag eerst toestemming");
			assertThat(page.locator("main")).containsText("de ouders");
			browser.axe(page);
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^toestemming "))).first().click();
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ja, iedereen gaf toestemming")).click();
			answerAll(page, "De ouders");
			assertThat(page.locator("h1")).containsText("Mag");
			browser.axe(page);
			browser.look(page, "met-toestemming");
		});
	}

	@Test
	@Clause("OSVS-IV2")
	void aPupilAsksAboutRecordingAnOnlineLesson() {
		browser.atEveryWidth(page -> {
			page.navigate(site.address() + "/mag-dit?school=het-baken");
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ik ben leerling")).click();
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Een online les opnemen")).click();
			answerAll(page);
			assertThat(page.locator("h1")).hasText("Niet doen");
			assertThat(page.locator("main")).containsText("IV.gebruikers.2");
			browser.axe(page);
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English")).click();
			assertThat(page.locator("h1")).hasText("Don’t do this");
			browser.axe(page);
		});
	}

	@Test
	void aPolicyOfficerComparesAndPreviewsAnAmendment() {
		browser.atEveryWidth(page -> {
			page.navigate(site.address() + "/vergelijk");
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Vrienden worden met een ouder")).click();
			assertThat(page.locator(".compare > li")).hasCount(5);
			browser.axe(page);
			browser.look(page, "vergelijk");
			signIn(page, Cast.pieter());
			page.navigate(site.address() + "/wat-verandert");
			page.getByLabel("Nu").selectOption("meander-2021");
			page.getByLabel("Straks").selectOption("osvs-2025");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Laat zien")).first().click();
			assertThat(page.locator("#uitkomst table tbody tr").first()).isVisible();
			browser.axe(page);
			browser.look(page, "verandert");
			page.getByLabel("Welke regel?").selectOption(new SelectOption().setIndex(0));
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open deze regel")).click();
			page.getByLabel("Regel weghalen").check();
			page.locator("#regel").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Laat zien"))
					.click();
			assertThat(page.locator("#uitkomst")).isVisible();
			browser.axe(page);
			browser.look(page, "regel-weg");
		});
	}

	@Test
	void aTeacherWhoDoubtsAsksHerSupervisor() {
		browser.atEveryWidth(page -> {
			signIn(page, Cast.samira());
			page.navigate(site.address()
					+ "/mag-dit/antwoord?school=de-vlieger&actor=employee&act=message&counterpart=pupil&platform=whatsapp&account=work");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ik twijfel, vraag het Joris")).click();
			assertThat(page.locator("main")).containsText("Je vraag is verstuurd naar Joris");
			browser.axe(page);
			browser.look(page, "gevraagd");
			page.navigate(site.address() + "/twijfel");
			browser.axe(page);
			browser.look(page, "lijst");
		});
	}

	@Test
	void everythingWorksWithoutJavaScript() {
		var page = browser.openWithoutJavaScript(Browser.PHONE);
		page.navigate(site.address() + "/mag-dit?school=de-vlieger");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Foto van leerlingen plaatsen")).click();
		answerAll(page, "Ik werk op school", "Instagram", "Mijn eigen account", "Dat weet ik niet");
		assertThat(page.locator(".verdict")).isVisible();
	}

	/** Answers screen after screen: taps the first of these answers that is there, ticks nothing, does not know the rest. */
	private static void answerAll(Page page, String... answers) {
		for (int screens = 0; screens < 15 && page.locator(".verdict").count() == 0; screens++) {
			var before = page.url();
			answer(page, answers).click();
			page.waitForURL(url -> !url.equals(before));
		}
	}

	private static Locator answer(Page page, String... answers) {
		for (var answer : answers) {
			var option = page.locator(".options a").getByText(answer, new Locator.GetByTextOptions().setExact(true));
			if (option.count() == 1)
				return option;
		}
		var further = page.locator("form[action$='/verder'] button");
		return further.count() == 1
				? further
				: page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Weet ik niet").setExact(true));
	}

	private void signIn(Page page, Cast.Member member) {
		page.navigate(site.address() + "/inloggen");
		page.locator("input[name=adres]").fill(member.email());
		page.locator("input[name=wachtwoord]").fill(member.password());
		page.locator("form:has(input[name=wachtwoord]) button[type=submit]").click();
		page.waitForURL(Pattern.compile("^(?!.*inloggen).*$"));
	}
}
