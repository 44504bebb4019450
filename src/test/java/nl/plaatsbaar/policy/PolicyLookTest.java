package nl.plaatsbaar.policy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

import nl.plaatsbaar.Browser;
import nl.plaatsbaar.Cast;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;

/** The pages of the policy in a real browser, on a phone and on a computer, by day and by night. */
@PlaatsbaarTest
class PolicyLookTest {

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	Site site;

	@Test
	void everybodyReadsThePolicyOfASchool() {
		looksAt(null, "/scholen/de-vlieger/beleid", "Gedragscode Social Media OSVS");
	}

	@Test
	void aTeacherFindsThePolicyAndAnArticleInIt() {
		browser.atEveryWidth(page -> {
			browser.signIn(page, site, Cast.samira());
			page.navigate(site.address() + "/beleid");
			browser.axe(page);
			page.getByLabel("Zoek in het beleid").fill("foto op insta");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zoek")).click();
			assertThat(page.locator("h3").first()).containsText("Foto");
			browser.axe(page);
			page.navigate(site.address() + "/beleid/osvs-2025#IV.medewerkers.3");
			assertThat(page.locator("[id='IV.medewerkers.3']")).isInViewport();
			browser.axe(page);
		});
	}

	@Test
	void theHeadOfASchoolAddsAnArticle() {
		looksAt(Cast.hanneke(), "/scholen/de-vlieger/aanvullingen", "Aanvullingen");
		looksAt(Cast.hanneke(), "/scholen/de-vlieger/aanvullingen/nieuw", "Een artikel toevoegen");
	}

	@Test
	void thePolicyOfficerWorksOnAText() {
		for (var path : new String[]{"/beleid/importeren", "/beleid/vaststellen", "/beleid/platforms", "/beleid/osvs-2025"})
			looksAt(Cast.pieter(), path, "");
		browser.atEveryWidth(page -> {
			browser.signIn(page, site, Cast.pieter());
			page.navigate(site.address() + "/beleid/importeren");
			page.locator("#file").setInputFiles(new FilePayload("regels.md", "text/markdown",
					"# Regels\n\n## Foto's\n1. Eerst vragen.\n2. Geen namen.\n".getBytes(StandardCharsets.UTF_8)));
			page.getByText("Lees het bestand").click();
			assertThat(page.locator("h1")).hasText("Kloppen de artikelen?");
			browser.axe(page);
			page.getByText("Klaar, maak er een concept van").click();
			assertThat(page.locator("h2").first()).hasText("Het bestand is leesbaar");
			browser.axe(page);
		});
	}

	@Test
	void theDirectorExplainsAnArticle() {
		looksAt(Cast.marijke(), "/beleid/interpretaties", "Uitleg van het bestuur");
		looksAt(Cast.marijke(), "/beleid/interpretaties/nieuw", "Leg een artikel uit");
	}

	private void looksAt(Cast.@Nullable Member member, String path, String heading) {
		browser.atEveryWidth(page -> {
			if (member != null)
				browser.signIn(page, site, member);
			page.navigate(site.address() + path);
			assertThat(page.locator("h1")).containsText(heading);
			browser.axe(page);
			browser.look(page, path.replaceAll("[^a-z0-9]+", "-"));
		});
	}
}
