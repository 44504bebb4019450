package nl.plaatsbaar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;
import nl.plaatsbaar.access.Tenancy;
import nl.plaatsbaar.rules.Coverage;
import nl.plaatsbaar.rules.PolicyFile;

@PlaatsbaarTest
class ImportTest {

	private static final String UPLOAD = "/beleid/importeren";

	@Autowired
	Site site;
	@Autowired
	Drafts drafts;
	@Autowired
	Policies policies;
	@Autowired
	Shelves shelves;
	@Autowired
	Tenancy tenancy;
	@Autowired
	Clock clock;

	@BeforeEach
	void fresh() {
		shelves.forget(Cast.board());
	}

	@Test
	void aWordFileBecomesADraftThatIsCorrectedGivenRulesAndAdopted() throws Exception {
		var officer = site.as(Cast.pieter());
		var word = new WordFile().heading(1, "Gedragscode De Zeven Bruggen").heading(1, "Foto's")
				.point(0, "Vraag eerst toestemming aan de ouders. Zonder toestemming plaats je niets.").point(0, "Noem geen achternamen.")
				.bytes();
		var draft = Forms.upload(officer, UPLOAD, UPLOAD, "C:\\Users\\Pieter\\gedragscode.docx", word).leadsTo();
		var page = officer.get(draft).body();
		assertThat(page).contains("We vonden 2 artikelen in gedragscode.docx", "value=\"foto-s.1\"",
				"value=\"Gedragscode De Zeven Bruggen\"", Bundled.digest(word),
				"Noem geen achternamen.");

		var corrected = Forms.send(officer, draft, draft + "/artikelen", "revision", "1", "title", "Gedragscode 2027", "number0", "1",
				"heading0", "Foto's",
				"text0", "Vraag eerst toestemming aan de ouders.\n---\nZonder toestemming plaats je niets.", "number1", "2", "heading1",
				"Namen", "text1",
				"Noem geen achternamen.", "own1", "yes", "do", "write");
		assertThat(corrected.leadsTo()).isEqualTo(draft);
		var file = PolicyFile.read(String.valueOf(onlyDraft().yaml()));
		assertThat(file.articles()).extracting(PolicyFile.Article::number).containsExactly("1", "1b", "2");
		assertThat(file.articles()).extracting(PolicyFile.Article::ownNumber).containsExactly(false, true, true);
		assertThat(Coverage.of(file).encoded()).isZero();

		var withRule = String.valueOf(onlyDraft().yaml()).replace("    Zonder toestemming plaats je niets.\n", """
				    Zonder toestemming plaats je niets.
				  regels:
				  - id: zonder
				    zin: "Zonder toestemming plaats je niets"
				    oordeel: verboden
				    als: { doet: plaatsen, mensen-in-beeld: ja, toestemming: [ontbreekt, onbekend] }
				    wel: "Vraag het eerst."
				""")
				+ "gevallen:\n- dat: Een foto zonder toestemming.\n  als: { doet: plaatsen, mensen-in-beeld: ja, toestemming: ontbreekt }\n"
				+ "  dan: verboden\n  op-grond-van: [1b/zonder]\n";
		assertThat(Forms.send(officer, draft, draft, "revision", "2", "yaml", withRule).leadsTo()).isEqualTo(draft);
		assertThat(officer.get(draft).body()).contains("Het bestand is leesbaar", "1 geval nagelopen");

		var day = LocalDate.now(clock).plusYears(3).toString();
		Forms.send(officer, "/beleid/vaststellen", "/beleid/vaststellen", "draft",
				draft.substring(draft.lastIndexOf('/') + 1) + ".3", "from",
				day);
		var adopted = policies.inForce(Cast.board(), LocalDate.parse(day)).orElseThrow();
		assertThat(adopted.file().title()).isEqualTo("Gedragscode 2027");
		assertThat(adopted.sourceDigest()).isEqualTo(Bundled.digest(word));
		assertThat(site.visitor().get("/openbaar/beleid/" + adopted.id()).body()).contains("Gedragscode 2027",
				"Zonder toestemming plaats je niets");
		close(officer, draft);
	}

	@Test
	void aFileThatCannotBeReadIsAnsweredWithASentenceAndChangesNothing() {
		var officer = site.as(Cast.pieter());
		var answer = Forms.upload(officer, UPLOAD, UPLOAD, "foto.jpg", new byte[]{(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2});
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).contains("Dit soort bestand kunnen wij niet lezen");
		assertThat(Forms.upload(officer, UPLOAD, UPLOAD, "leeg.md", new byte[0]).body()).contains("Het bestand is leeg");
		assertThat(open()).isEmpty();
	}

	@Test
	void mistakesInTheArticlesAreNamedAndWhatWasTypedStays() {
		var officer = site.as(Cast.pieter());
		var draft = imports(officer, "# Regels\n\n1. Eerst vragen.\n2. Geen namen.\n");
		var refused = Forms.send(officer, draft, draft + "/artikelen", "revision", "1", "title", "", "number0", "1", "text0",
				"Eerst vragen aan iedereen.",
				"number1", "1", "text1", "Geen namen.", "do", "write");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("Geef het beleid een titel.", "Nummer 1 komt al eerder voor", "Eerst vragen aan iedereen.");
		assertThat(onlyDraft().articles()).extracting(FoundArticle::text).containsExactly("Eerst vragen.", "Geen namen.");
		close(officer, draft);
	}

	@Test
	void anArticleIsJoinedWithTheOneBeforeAndAnEmptyOneIsGone() {
		var officer = site.as(Cast.pieter());
		var draft = imports(officer, "# Regels\n\n1. Eerst vragen.\n2. Ook aan ouders.\n3. Weg hiermee.\n");
		Forms.send(officer, draft, draft + "/artikelen", "revision", "1", "title", "Regels", "number0", "1", "text0", "Eerst vragen.",
				"number1", "2", "text1",
				"Ook aan ouders.", "join1", "yes", "number2", "", "text2", "", "do", "save");
		assertThat(onlyDraft().articles()).singleElement().extracting(FoundArticle::text).isEqualTo("Eerst vragen.\nOok aan ouders.");
		close(officer, draft);
	}

	@Test
	void twoPeopleCannotOverwriteEachOther() {
		var officer = site.as(Cast.pieter());
		var draft = imports(officer, "# Regels\n\n1. Eerst vragen.\n");
		String[] fields = {"revision", "1", "title", "Regels", "number0", "1", "text0", "Van Pieter.", "do", "save"};
		assertThat(Forms.send(officer, draft, draft + "/artikelen", fields).status()).isEqualTo(302);
		fields[7] = "Van Marijke.";
		var late = Forms.send(site.as(Cast.marijke()), draft, draft + "/artikelen", fields);
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains("Iemand anders heeft dit intussen veranderd", "Van Marijke.");
		assertThat(onlyDraft().articles()).extracting(FoundArticle::text).containsExactly("Van Pieter.");
		close(officer, draft);
	}

	@Test
	void aMistakeInTheFileIsShownWithItsLineAndTheFileIsKept() {
		var officer = site.as(Cast.pieter());
		var draft = Forms.send(officer, UPLOAD, "/beleid/concepten", "van", "meander-2021").leadsTo();
		var broken = "beleid: kapot\ntitel: Kapot\nlaag: beleid\nversie: vandaag\nartikelen: []\n";
		Forms.send(officer, draft, draft, "revision", "1", "yaml", broken);
		assertThat(officer.get(draft).body()).contains("nog niet klop", "Regel 4", "versie: vandaag");
		var adopted = Forms.send(officer, "/beleid/vaststellen", "/beleid/vaststellen", "draft",
				draft.substring(draft.lastIndexOf('/') + 1) + ".2", "from",
				"2040-01-01");
		assertThat(adopted.body()).contains("Deze tekst heeft nog");
		close(officer, draft);
	}

	@Test
	void aTeacherImportsNothing() {
		assertThat(site.as(Cast.samira()).get(UPLOAD).status()).isEqualTo(403);
	}

	private String imports(Site.Visitor officer, String markdown) {
		return Forms.upload(officer, UPLOAD, UPLOAD, "regels.md", markdown.getBytes(StandardCharsets.UTF_8)).leadsTo();
	}

	private static void close(Site.Visitor officer, String draft) {
		Forms.send(officer, draft, draft + "/weg");
	}

	private List<Drafts.Draft> open() {
		return tenancy.as(Cast.board(), () -> drafts.open(Cast.board()));
	}

	private Drafts.Draft onlyDraft() {
		assertThat(open()).hasSize(1);
		return open().getFirst();
	}
}
