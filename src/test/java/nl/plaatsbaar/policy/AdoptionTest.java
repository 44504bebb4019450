package nl.plaatsbaar.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.NoSuchElementException;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.Clause;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;
import nl.plaatsbaar.access.Tenancy;

@PlaatsbaarTest
class AdoptionTest {

	@Autowired
	Site site;
	@Autowired
	Adoption adoption;
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
	@Clause("OSVS-META")
	void aBoardHasOnePolicyInForceOnADayAndTheNextOneReplacesIt() {
		var next = LocalDate.now(clock).plusMonths(2);
		assertThat(adopts("meander-2021", next.toString()).leadsTo()).isEqualTo("/beleid");
		assertThat(policies.inForce(Cast.board(), next.minusDays(1))).get().extracting(PolicyVersion::policy).isEqualTo("osvs-2025");
		assertThat(policies.inForce(Cast.board(), next)).get().satisfies(version -> {
			assertThat(version.policy()).isEqualTo("meander-2021");
			assertThat(version.from()).isEqualTo(next);
			assertThat(version.adoptedBy()).isEqualTo(Cast.pieter().id());
		});
		assertThat(site.as(Cast.samira()).get("/beleid/osvs-2025").status()).isEqualTo(200);
		var id = idOf(next);
		assertThat(audited("policy.version.adopted", id)).isEqualTo(1);
		withdraws(next);
		assertThat(policies.inForce(Cast.board(), next)).get().extracting(PolicyVersion::policy).isEqualTo("osvs-2025");
		assertThat(audited("policy.version.withdrawn", id)).isEqualTo(1);
	}

	@Test
	void twoVersionsCannotBeginOnOneDay() {
		var again = adopts("kom-leren-2014", "2025-02-01");
		assertThat(again.status()).isEqualTo(422);
		assertThat(again.body()).contains("Er is al een versie die op die dag begint");
		assertThat(policies.versions(Cast.board())).hasSize(1);
	}

	@Test
	void whatWasTypedStaysWhenSomethingIsMissing() {
		var incomplete = Forms.send(site.as(Cast.pieter()), "/beleid/vaststellen", "/beleid/vaststellen", "from", "", "organ0", "GMR",
				"kind0", "", "on0",
				"volgende week");
		assertThat(incomplete.status()).isEqualTo(422);
		assertThat(incomplete.body()).contains("Kies een tekst.", "Geef de dag waarop het gaat gelden.", "Stap 1 is niet af",
				"value=\"GMR\"",
				"value=\"volgende week\"");
	}

	@Test
	@Clause("KOM-AD")
	void theStepsOfTheBoardAreKeptInTheOrderTheyWereGiven() {
		var next = LocalDate.now(clock).plusYears(2);
		Forms.send(site.as(Cast.marijke()), "/beleid/vaststellen", "/beleid/vaststellen", "draft", "kom-leren-2014", "from",
				next.toString(), "organ0",
				"Raad van Toezicht", "kind0", "vastgesteld", "on0", "2026-06-04", "organ1", "GMR", "kind1", "advies/instemming", "on1",
				"2026-07");
		var page = site.as(Cast.samira()).get("/beleid/kom-leren-2014?versie=" + next).body();
		assertThat(page).containsSubsequence("Raad van Toezicht", "4 juni 2026", "GMR", "advies/instemming", "juli 2026",
				"De GMR (juli 2026) staat na");
		withdraws(next);
	}

	@Test
	void aTextWhoseDayCannotBePutInIsRefusedAndSoIsOneWithANameThatMeansSomethingElse() {
		var text = policies.examples().stream().filter(each -> each.policy().equals("meander-2021")).findFirst().orElseThrow().yaml();
		assertThatThrownBy(() -> adopts(text.replaceFirst("(?m)^versie:", "\"versie\":"))).hasMessageContaining("date-not-set");
		assertThatThrownBy(() -> adopts(text.replaceFirst("(?m)^beleid: .*$", "beleid: school"))).hasMessageContaining("name-reserved");
		assertThatThrownBy(() -> adopts(text.replaceFirst("(?m)^beleid: .*$", "beleid: wet"))).hasMessageContaining("name-reserved");
		assertThat(policies.versions(Cast.board())).hasSize(1);
	}

	private void adopts(String yaml) {
		var day = LocalDate.now(clock).plusYears(6);
		tenancy.as(Cast.board(),
				() -> adoption.adopt(Cast.board(), null, new Adoption.Proposal(yaml, null, null, null, day, null, List.of())));
	}

	@Test
	void aVersionThatCanNoLongerBeReadLeavesTheOthersAndInItsDaysOnlyTheLaw() {
		var later = LocalDate.now(clock).plusYears(7);
		var today = LocalDate.now(clock);
		var id = unreadable(later);
		assertThat(policies.inForce(Cast.board(), today)).get().extracting(PolicyVersion::policy).isEqualTo("osvs-2025");
		assertThat(policies.rulebook(Cast.board(), null, null, later).files()).extracting(file -> file.id()).containsExactly("wet");
		assertThat(policies.spoilt(Cast.board(), later)).contains("Kapot");
		assertThat(site.as(Cast.samira()).get("/beleid").body()).contains("Gedragscode").doesNotContain("niet meer te lezen");
		Forms.send(site.as(Cast.pieter()), "/beleid/vaststellen", "/beleid/versies/" + id + "/intrekken");
		assertThat(policies.spoilt(Cast.board(), later)).isEmpty();

		var now = unreadable(today);
		assertThat(site.as(Cast.samira()).get("/beleid").body()).contains("De tekst van “Kapot” is niet meer te lezen");
		Forms.send(site.as(Cast.pieter()), "/beleid/vaststellen", "/beleid/versies/" + now + "/intrekken");
		assertThat(policies.inForce(Cast.board(), today)).get().extracting(PolicyVersion::policy).isEqualTo("osvs-2025");
	}

	private UUID unreadable(LocalDate from) {
		var id = tenancy.as(Cast.board(), () -> jdbc.sql("""
				insert into policy_version (board_id, policy, title, in_force_from, yaml, digest, adopted_at)
				values (:board, 'kapot', 'Kapot', :from, 'beleid: [', 'kapot', now()) returning id""").param("board", Cast.board())
				.param("from", from).query(UUID.class).single());
		shelves.forget(Cast.board());
		return id;
	}

	@Test
	void aDraftThatChangedWhileItWasReadIsReadAgainFirst() {
		var officer = site.as(Cast.pieter());
		var draft = Forms.send(officer, "/beleid/importeren", "/beleid/concepten", "van", "meander-2021").leadsTo();
		var id = draft.substring(draft.lastIndexOf('/') + 1);
		assertThat(officer.get(draft).body()).contains("/beleid/vaststellen?wat=" + id + ".1\"");
		Forms.send(site.as(Cast.marijke()), draft, draft, "revision", "1", "yaml", "beleid: iets-anders\n");
		var late = Forms.send(officer, "/beleid/vaststellen", "/beleid/vaststellen", "draft", id + ".1", "from", "2041-01-01");
		assertThat(late.status()).isEqualTo(422);
		assertThat(late.body()).contains("Dit concept is intussen veranderd", "value=\"" + id + ".2\"");
		Forms.send(officer, draft, draft + "/weg");
	}

	@Test
	void notEvenTheProgramRewritesWhatWasAdopted() {
		for (var change : List.of("update policy_version set yaml = ''", "delete from policy_version", "delete from adoption_step",
				"update adoption_step set organ = 'iemand anders'"))
			assertThatThrownBy(() -> tenancy.as(Cast.board(), () -> jdbc.sql(change).update())).as(change)
					.hasStackTraceContaining("permission denied");
	}

	@Test
	void whatOnlyLooksLikeANumberOfAVersionIsNone() {
		assertThat(site.visitor().get("/openbaar/beleid/" + "-".repeat(36)).status()).isEqualTo(404);
		assertThat(adopts("-".repeat(36), "2041-01-01").body()).contains("Kies een tekst.");
	}

	@Test
	void aTeacherAdoptsNothing() {
		assertThat(site.as(Cast.samira()).get("/beleid/vaststellen").status()).isEqualTo(403);
		var tried = site.as(Cast.samira()).post("/beleid/vaststellen", Map.of("draft", "kom-leren-2014", "from", "2030-01-01"));
		assertThat(tried.status()).isEqualTo(403);
		assertThat(policies.inForce(Cast.board(), LocalDate.of(2030, 1, 1))).isEmpty();
	}

	@Test
	void anotherBoardHasNothingInForceAndSeesNothingOfThisOne() {
		assertThat(policies.inForce(UUID.randomUUID(), LocalDate.now(clock))).isEmpty();
	}

	@Test
	void whoAsksForAPolicyThatHasNotBegunGetsNoAnswerFromIt() {
		assertThat(policies.version(null, "osvs-2025", LocalDate.of(2024, 12, 31))).isEmpty();
		assertThat(policies.version(null, "osvs-2025", LocalDate.of(2028, 1, 1))).isPresent();
		assertThatThrownBy(() -> policies.ruleSet(null, null, "osvs-2025", LocalDate.of(2024, 12, 31)))
				.isInstanceOf(NoSuchElementException.class);
	}

	@Test
	void theSameTextIsCompiledOnce() {
		var today = LocalDate.now(clock);
		assertThat(policies.ruleSet(null, null, "kom-leren-2014", today))
				.isSameAs(policies.ruleSet(Cast.board(), null, "kom-leren-2014", today));
		assertThat(policies.rulebook(Cast.board(), null, null, today).files()).extracting(file -> file.id()).containsExactly("wet",
				"osvs-2025");
	}

	@Test
	@Clause("ROE-AD")
	void aMonthAndADayInsideItAreNotOutOfOrder() {
		var steps = List.of(new AdoptionStep("Bestuur", "vastgesteld", YearMonth.of(2015, 6)),
				new AdoptionStep("MR", "instemming", LocalDate.of(2015, 6, 20)));
		assertThat(AdoptionStep.odd(steps, LocalDate.of(2015, 9, 1))).isEmpty();
	}

	private Site.Answer adopts(String example, String from) {
		return Forms.send(site.as(Cast.pieter()), "/beleid/vaststellen", "/beleid/vaststellen", "draft", example, "from", from);
	}

	private void withdraws(LocalDate from) {
		Forms.send(site.as(Cast.pieter()), "/beleid/vaststellen", "/beleid/versies/" + idOf(from) + "/intrekken");
	}

	private UUID idOf(LocalDate from) {
		return policies.versions(Cast.board()).stream().filter(version -> version.from().equals(from)).map(PolicyVersion::id)
				.filter(Objects::nonNull).findFirst().orElseThrow();
	}

	private int audited(String what, UUID subject) {
		return tenancy.as(Cast.board(), () -> jdbc
				.sql("select count(*) from audit_entry where what = :what and person_id = :person and subject = :subject")
				.param("what", what).param("person", Cast.pieter().id()).param("subject", subject).query(Integer.class).single());
	}
}
