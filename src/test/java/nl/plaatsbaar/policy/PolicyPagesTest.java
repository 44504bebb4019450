package nl.plaatsbaar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.Clause;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;

@PlaatsbaarTest
class PolicyPagesTest {

	@Autowired
	Site site;

	@Test
	@Clause("OSVS-META")
	@Clause("OSVS-VI")
	void thePolicyInForceShowsWhoAdoptedItAndWhenInTheOrderOfTheSource() {
		var page = site.as(Cast.samira()).get("/beleid/osvs-2025");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).containsSubsequence("Directeuren", "advies", "10 juli 2024", "GMR", "instemming", "12 december 2024",
				"College van Bestuur", "vastgesteld", "17 december 2024");
		assertThat(page.body()).contains("Geldt vanaf", "1 februari 2025", "Geldt tot", "eens per 2 jaar", "Te vinden op", "geldt nu");
		assertThat(page.body()).doesNotContain("Zo staat het in de bron");
	}

	@Test
	void whoIsSignedInTakesThePolicyToAnotherProgram() {
		var teacher = site.as(Cast.samira());
		assertThat(teacher.get("/beleid/osvs-2025").body()).contains("/beleid/osvs-2025/export/dmn?versie=2025-02-01",
				"Tekst (Akoma Ntoso)");
		for (var format : Map.of("dmn", "<definitions", "akn", "<akomaNtoso", "odrl", "http://www.w3.org/ns/odrl").entrySet()) {
			var file = teacher.get("/beleid/osvs-2025/export/" + format.getKey() + "?versie=2025-02-01");
			assertThat(file.status()).as(format.getKey()).isEqualTo(200);
			assertThat(file.body()).as(format.getKey()).contains(format.getValue());
			assertThat(file.header("Content-Disposition").orElse("")).startsWith("attachment").contains("osvs-2025-2025-02-01");
		}
		assertThat(teacher.get("/beleid/osvs-2025/export/xls").status()).isEqualTo(404);
	}

	@Test
	@Clause("KOM-AD")
	@Clause("ROE-AD")
	@Clause("OBO-META")
	void anOddOrderOfAdoptionIsToldAndNotRepaired() {
		var teacher = site.as(Cast.samira());
		assertThat(teacher.get("/beleid/kom-leren-2014").body()).containsSubsequence("College van Bestuur", "goedgekeurd",
				"Raad van Toezicht",
				"vastgesteld", "GMR", "15 juni 2014", "De GMR (15 juni 2014) staat na College van Bestuur (4 juni 2014)");
		assertThat(teacher.get("/beleid/praktijkonderwijs-roermond-2015").body()).contains("(september 2015) staat na", "juni 2015");
		assertThat(teacher.get("/beleid/obo-west-brabant-2013").body()).contains("DOO (24 september 2013) is van na de dag",
				"1 februari 2013",
				"Directeur-bestuurder");
	}

	@Test
	@Clause("ROE-EV")
	void thePageSaysHowOftenThePolicyIsEvaluatedAndWhenNext() {
		assertThat(site.as(Cast.samira()).get("/beleid/praktijkonderwijs-roermond-2015").body()).contains("Evaluatie",
				"eens per jaar, de volgende op");
	}

	@Test
	void everyArticleHasItsOwnAddressAndSaysWhatItMeansInPlainDutch() {
		var page = site.as(Cast.samira()).get("/beleid/osvs-2025").body();
		assertThat(page).contains("id=\"IV.medewerkers.3\"", "href=\"#IV.medewerkers.3\"", "Wat dit in de praktijk betekent", "Behalve",
				"Dit kan wel:",
				"Hier beslist een mens over", "Onze uitleg, geen tekst van het beleid:", "OSVS-M3a");
	}

	@Test
	void numbersThatAreNotOfTheSourceAreMarkedAsOurs() {
		assertThat(site.as(Cast.samira()).get("/beleid/kom-leren-2014").body()).contains("nummer van ons");
	}

	@Test
	@Clause("ROE-U1")
	@Clause("MEA-U6")
	void thePrinciplesOfAPolicyStandOnItsPublicPage() {
		assertThat(site.visitor().get("/openbaar/beleid/praktijkonderwijs-roermond-2015").body()).contains("uitgangspunt");
		assertThat(site.visitor().get("/openbaar/beleid/meander-2021").body()).contains("uitgangspunt");
	}

	@Test
	void theLawHasAPageAndIsNotSaidToBeAdopted() {
		var page = site.as(Cast.samira()).get("/beleid/wet");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).doesNotContain("Hoe dit is vastgesteld");
	}

	@Test
	void onlyWhoWritesThePolicySeesWhatItsAuthorShouldLookAt() {
		assertThat(site.as(Cast.pieter()).get("/beleid/osvs-2025").body()).contains("Voor de schrijver", "Grootste gaten",
				"Geen tegenspraak");
		assertThat(site.as(Cast.samira()).get("/beleid/osvs-2025").body()).doesNotContain("Voor de schrijver");
	}

	@Test
	@Clause("OSVS-VI")
	void everybodyReadsThePolicyOfASchoolWithoutSigningIn() {
		var page = site.visitor().get("/scholen/de-vlieger/beleid");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("Beleid van OBS De Vlieger", "Gedragscode Social Media OSVS", "Geen WhatsApp met leerlingen",
				"17 december 2024",
				"Inloggen is niet nodig");
		assertThat(site.visitor().get("/scholen/het-baken/beleid").body()).doesNotContain("Geen WhatsApp met leerlingen");
		assertThat(site.visitor().get("/scholen/bestaat-niet/beleid").status()).isEqualTo(404);
	}

	@Test
	void aSchoolMayPutThePolicyInItsOwnWebsiteAndNoOtherPage() {
		var embedded = site.visitor().get("/inbedden/beleid/osvs-2025");
		assertThat(embedded.status()).isEqualTo(200);
		assertThat(embedded.header("Content-Security-Policy").orElse("")).contains("frame-ancestors *");
		assertThat(embedded.header("X-Frame-Options")).isEmpty();
		assertThat(site.visitor().get("/openbaar/beleid/osvs-2025").header("Content-Security-Policy").orElse(""))
				.contains("frame-ancestors 'none'");
		assertThat(site.visitor().get("/openbaar/beleid/osvs-2025").body())
				.contains("&lt;iframe src=&quot;" + site.address() + "/inbedden/beleid/osvs-2025");
	}

	@Test
	void whoReadsEnglishGetsTheDutchTextWithEnglishAroundIt() {
		var page = site.visitor().get("/openbaar/beleid/osvs-2025?lang=en").body();
		assertThat(page).contains("<html lang=\"en\"", "What it means in practice", "1 February 2025",
				"<div class=\"articles\" lang=\"nl\"");
		assertThat(page).doesNotContain("Wat dit in de praktijk betekent");
	}

	@Test
	void aPolicyThatIsNotThereIsNotFound() {
		assertThat(site.as(Cast.samira()).get("/beleid/bestaat-niet").status()).isEqualTo(404);
		assertThat(site.visitor().get("/openbaar/beleid/00000000-0000-0000-0000-000000000000").status()).isEqualTo(404);
	}
}
