package nl.plaatsbaar.organisation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import nl.plaatsbaar.Browser;
import nl.plaatsbaar.Cast;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;

@PlaatsbaarTest
class PeoplePagesBrowserTest {

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	Site site;

	@Test
	void theOfficeLooksSomebodyUpAndReadsWhoThisIs() {
		browser.atEveryWidth(page -> {
			browser.signIn(page, site, Cast.anneke());
			page.navigate(site.address() + "/organisatie");
			seen(page, "schools");
			page.locator("input[name=zoek]").fill("sam");
			page.locator("input[name=zoek]").press("Enter");
			page.locator("main").getByText("Sam Peters", new Locator.GetByTextOptions().setExact(true)).click();
			assertThat(page.locator("h1")).hasText("Sam Peters");
			seen(page, "person");
			page.navigate(site.address() + "/organisatie/scholen/de-vlieger");
			seen(page, "school");
		});
	}

	@Test
	void thePrincipalGivesARoleAndTakesItBack() {
		browser.atEveryWidth(page -> {
			browser.signIn(page, site, Cast.hanneke());
			page.navigate(site.address() + "/organisatie/mensen/" + Cast.samira().id());
			page.locator("select[name=role]").selectOption("COACH");
			page.locator("select[name=where]").selectOption("group." + Cast.groep6A());
			page.locator("form[action$=rollen] button").click();
			seen(page, "wrong");
			page.locator("select[name=where]").selectOption("school." + Cast.deVlieger());
			page.locator("form[action$=rollen] button").click();
			seen(page, "given");
			page.getByText("Ongedaan maken").click();
			assertThat(page.locator("[role=status]")).containsText("is weer weg");
			page.getByText("Laat stoppen").first().click();
			seen(page, "end");
		});
	}

	@Test
	void whoLooksAfterAllSchoolsNamesTheRoles() {
		browser.atEveryWidth(page -> {
			browser.signIn(page, site, Cast.marijke());
			page.navigate(site.address() + "/organisatie/rolnamen");
			seen(page, "titles");
		});
	}

	@Test
	void everybodyElseSeesTheOwnGroupOrChildren() {
		browser.atEveryWidth(page -> {
			browser.signIn(page, site, Cast.samira());
			seen(page, "start");
			page.navigate(site.address() + "/mijn-groepen");
			seen(page, "groups");
		});
		browser.atEveryWidth(page -> {
			browser.signIn(page, site, Cast.member("tjitske"));
			page.navigate(site.address() + "/mijn-kinderen");
			seen(page, "children");
		});
	}

	private static void seen(Page page, String what) {
		browser.axe(page);
		browser.look(page, what);
	}
}
