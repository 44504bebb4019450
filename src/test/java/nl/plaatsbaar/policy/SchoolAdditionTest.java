package nl.plaatsbaar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.Clause;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;
import nl.plaatsbaar.access.Tenancy;
import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.Layer;
import nl.plaatsbaar.rules.LayerVerdict;
import nl.plaatsbaar.rules.Outcome;
import nl.plaatsbaar.rules.PolicyFile;

@PlaatsbaarTest
@Clause("OBO-S1")
class SchoolAdditionTest {

	private static final String LIST = "/scholen/de-vlieger/aanvullingen";
	private static final String NEW = LIST + "/nieuw";

	@Autowired
	Site site;
	@Autowired
	Policies policies;
	@Autowired
	Shelves shelves;
	@Autowired
	Tenancy tenancy;
	@Autowired
	JdbcClient jdbc;
	@Autowired
	Clock clock;

	@BeforeEach
	void fresh() {
		shelves.forget(Cast.board());
	}

	@Test
	void deVliegerForbidsWhatTheBoardAllowsAndOtherSchoolsDoNot() {
		assertThat(schoolLayer(Cast.deVlieger())).isEqualTo(Outcome.FORBIDDEN);
		assertThat(judged(Cast.deVlieger())).isEqualTo(Outcome.FORBIDDEN);
		assertThat(judged(Cast.hetBaken())).isNotEqualTo(Outcome.FORBIDDEN);
	}

	@Test
	void theHeadOfASchoolAddsAStricterArticleThatHoldsAtOnceAndCanEndIt() {
		var head = site.as(Cast.hanneke());
		var added = Forms.send(head, NEW, LIST, article("S.7", "Leerlingen van onze school volgen elkaars leraar niet.",
				"Leerlingen van onze school volgen elkaars leraar niet", "verboden", "wie=leerling", "doet=volgen", "met=collega"));
		assertThat(added.leadsTo()).isEqualTo(LIST);
		assertThat(head.get(LIST).body()).contains("S.7", "Een proef", "geldt nu");
		assertThat(site.visitor().get("/scholen/de-vlieger/beleid").body()).contains("volgen elkaars leraar niet");
		var id = idOf("S.7");
		Forms.send(head, LIST, LIST + "/" + id + "/einde");
		assertThat(site.visitor().get("/scholen/de-vlieger/beleid").body()).doesNotContain("volgen elkaars leraar niet");
		Forms.send(head, LIST, LIST + "/" + id + "/herstel");
		assertThat(site.visitor().get("/scholen/de-vlieger/beleid").body()).contains("volgen elkaars leraar niet");
		Forms.send(head, LIST, LIST + "/" + id + "/einde");
	}

	@Test
	void aLooserArticleIsRefusedWithTheTwoRulesAndASituationThatProveIt() {
		var refused = Forms.send(site.as(Cast.hanneke()), NEW, LIST,
				article("S.8", "Op onze school mogen medewerkers vrienden worden met ouders.",
						"mogen medewerkers vrienden worden met ouders",
						"toegestaan", "wie=medewerker", "doet=bevrienden", "met=ouder"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("Dit is soepeler dan het beleid van het bestuur", "In deze situatie:", "zegt jouw artikel:",
				"terwijl het bestuur zegt:", "mogen medewerkers vrienden worden met ouders");
		assertThat(refused.body()).containsPattern("value=\"doet=bevrienden\"[^>]*checked");
		assertThat(shelves.of(Cast.board()).additions()).extracting(SchoolAddition::number).doesNotContain("S.8");
	}

	@Test
	void anExceptionMakesARuleHoldEverywhereElse() {
		var form = new ArrayList<>(List.of(article("S.9", "Medewerkers filmen niet in de les. Voor het leren mag het met toestemming.",
				"Medewerkers filmen niet in de les", "verboden", "wie=medewerker", "doet=opnemen", "in-de-les=ja")));
		form.addAll(List.of("exceptionSentence", "Voor het leren mag het met toestemming", "exceptionFacts", "voor-het-leren=ja",
				"exceptionFacts",
				"toestemming=gegeven"));
		assertThat(Forms.send(site.as(Cast.hanneke()), NEW, LIST, form.toArray(String[]::new)).status()).isEqualTo(302);
		var filming = facts("wie=medewerker", "doet=opnemen", "in-de-les=ja");
		assertThat(schoolLayer(filming)).isEqualTo(Outcome.FORBIDDEN);
		assertThat(schoolLayer(with(filming, "voor-het-leren=ja", "toestemming=gegeven"))).isEqualTo(Outcome.NOT_REGULATED);
		Forms.send(site.as(Cast.hanneke()), LIST, LIST + "/" + idOf("S.9") + "/einde");
	}

	@Test
	void whatWasTypedStaysWhenSomethingIsMissing() {
		var refused = Forms.send(site.as(Cast.hanneke()), NEW, LIST, "number", "S.1", "heading", "Mijn \"kop\"", "text",
				"Wij doen dit niet.", "sentence",
				"Iets anders.", "facts", "wie=leerling", "from", "");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("Mijn &quot;kop&quot;", "Wij doen dit niet.",
				"Kopieer een zin die letterlijk in de tekst staat",
				"Kies wat het artikel zegt.", "Geef de dag waarop het gaat gelden.");
		assertThat(refused.body()).containsPattern("value=\"wie=leerling\"[^>]*checked");
	}

	@Test
	void aNumberIsUsedOnceAtASchool() {
		var refused = Forms.send(site.as(Cast.hanneke()), NEW, LIST,
				article("s.1", "Wij delen niets.", "Wij delen niets", "verboden", "wie=leerling", "doet=delen"));
		assertThat(refused.body()).contains("Nummer s.1 is al in gebruik op deze school");
	}

	@Test
	void twoHeadsWhoAddTheSameNumberTogetherGetOneArticleAndTheSchoolKeepsItsPage() throws Exception {
		var form = article("S.11", "Wij delen geen roosters.", "Wij delen geen roosters", "verboden", "wie=leerling", "doet=delen");
		try (var heads = Executors.newFixedThreadPool(4)) {
			var sent = Collections.nCopies(4, (Callable<Integer>) () -> Forms.send(site.as(Cast.hanneke()), NEW, LIST, form).status());
			assertThat(heads.invokeAll(sent).stream().map(Future::resultNow)).containsExactlyInAnyOrder(302, 422, 422, 422);
		}
		assertThat(site.visitor().get("/scholen/de-vlieger/beleid").status()).isEqualTo(200);
		assertThat(shelves.of(Cast.board()).additions()).extracting(SchoolAddition::number).containsOnlyOnce("S.11");
		Forms.send(site.as(Cast.hanneke()), LIST, LIST + "/" + idOf("S.11") + "/einde");
	}

	@Test
	void anArticleThatCanNoLongerBeReadLeavesTheRestOfTheSchoolAsItWas() {
		var id = added("S.12", "- nr: { kapot", null);
		assertThat(site.visitor().get("/scholen/de-vlieger/beleid").body()).contains("geen WhatsApp-berichten aan leerlingen");
		assertThat(schoolLayer(Cast.deVlieger())).isEqualTo(Outcome.FORBIDDEN);
		Forms.send(site.as(Cast.hanneke()), LIST, LIST + "/" + id + "/einde");
	}

	@Test
	void whatIsLooserThanTheBoardByNowDoesNotComeBack() {
		var looser = new AdditionForm("S.13", "Vrienden", "Medewerkers mogen vrienden worden met ouders.",
				"Medewerkers mogen vrienden worden met ouders", "toegestaan", List.of(),
				List.of("wie=medewerker", "doet=bevrienden", "met=ouder"), null, null, null, "2026-01-01").article();
		var id = added("S.13", looser, LocalDate.now(clock));
		var head = site.as(Cast.hanneke());
		assertThat(Forms.send(head, LIST, LIST + "/" + id + "/herstel").leadsTo()).isEqualTo(LIST);
		assertThat(head.get(LIST).body()).contains("Dit is soepeler dan het beleid van het bestuur");
		assertThat(shelves.of(Cast.board()).additions()).filteredOn(one -> one.id().equals(id)).extracting(SchoolAddition::until)
				.containsExactly(LocalDate.now(clock));
	}

	private UUID added(String number, String article, @Nullable LocalDate until) {
		var id = tenancy.as(Cast.board(), () -> jdbc.sql("""
				insert into school_addition (board_id, school_id, number, heading, article, digest, in_force_from, valid_until, added_at)
				values (:board, :school, :number, 'Een proef', :article, :digest, date '2026-01-01', :until, now()) returning id""")
				.param("board", Cast.board()).param("school", Cast.deVlieger()).param("number", number).param("article", article)
				.param("digest", Bundled.digest(article)).param("until", until, Types.DATE).query(UUID.class).single());
		shelves.forget(Cast.board());
		return id;
	}

	@Test
	void beforeThereIsAPolicyThereIsNothingToAddTo() {
		var form = article("S.5", "Wij delen niets.", "Wij delen niets", "verboden", "wie=leerling", "doet=delen");
		form[form.length - 1] = "2001-01-01";
		assertThat(Forms.send(site.as(Cast.hanneke()), NEW, LIST, form).body()).contains("geldt er geen beleid van het bestuur");
	}

	@Test
	void aHeadAddsNothingAtAnotherSchoolAndATeacherNowhere() {
		assertThat(site.as(Cast.hanneke()).get("/scholen/het-baken/aanvullingen").status()).isEqualTo(403);
		assertThat(site.as(Cast.samira()).get(LIST).status()).isEqualTo(403);
	}

	@Test
	void whateverSomebodyTypesNeverBecomesAnythingButText() throws Exception {
		for (var typed : List.of("Wij \"doen\" dit: niet # echt", "{ als: [x] } & *anker", "- nr: \"X\"\n  kop: y", "tab\there \\ en \\n",
				"a\u2028b\u0000c 😀",
				"'één' ‘citaat’", "%YAML 1.2", "--- |")) {
			var text = "Begin. " + typed + " Einde.";
			var form = new AdditionForm("S.1", typed, text, typed, "verboden", List.of(),
					List.of("wie=leerling", "doet=delen", "doet=plaatsen"), null, null,
					typed, "2026-01-01");
			var day = form.checked();
			var article = PolicyFile.read(SchoolRules.yaml(day, List.of(form.article()))).articles().getFirst();
			assertThat(article.rules()).as(typed).hasSize(1);
			assertThat(article.heading()).isEqualTo(Typed.line(typed));
			assertThat(article.text().replaceAll("\\s+", " ").strip()).isEqualTo(Typed.line(text).replaceAll("\\s+", " "));
		}
	}

	private String[] article(String number, String text, String sentence, String effect, String... facts) {
		var fields = new ArrayList<>(
				List.of("number", number, "heading", "Een proef", "text", text, "sentence", sentence, "effect", effect));
		for (var fact : facts)
			fields.addAll(List.of("facts", fact));
		fields.addAll(List.of("from", LocalDate.now(clock).toString()));
		return fields.toArray(String[]::new);
	}

	private UUID idOf(String number) {
		return shelves.of(Cast.board()).additions().stream().filter(one -> one.number().equals(number)).findFirst().orElseThrow().id();
	}

	private Outcome judged(UUID school) {
		return policies.ruleSet(Cast.board(), school, null, LocalDate.now(clock)).judge(whatsAppToAPupil()).outcome();
	}

	private Outcome schoolLayer(UUID school) {
		return layer(school, whatsAppToAPupil());
	}

	private Outcome schoolLayer(Facts facts) {
		return layer(Cast.deVlieger(), facts);
	}

	private Outcome layer(UUID school, Facts facts) {
		return policies.ruleSet(Cast.board(), school, null, LocalDate.now(clock)).judge(facts).layers().stream()
				.filter(layer -> layer.layer() == Layer.SCHOOL).map(LayerVerdict::outcome).findFirst().orElse(Outcome.NOT_REGULATED);
	}

	private static Facts whatsAppToAPupil() {
		return facts("wie=medewerker", "doet=bericht-sturen", "met=leerling", "waar=berichtendienst", "account=werk",
				"onderwijsgerelateerd=ja",
				"schoolgerelateerd=ja", "toestemming=gegeven", "leeftijd=vanaf-16", "toestemming-van=leerling").withContent(Set.of());
	}

	private static Facts facts(String... told) {
		return with(Facts.NONE, told);
	}

	private static Facts with(Facts facts, String... told) {
		for (var each : told) {
			var parts = each.split("=");
			facts = facts.with(Fact.ofWord(parts[0]).orElseThrow().optionOfWord(parts[1]).orElseThrow());
		}
		return facts;
	}
}
