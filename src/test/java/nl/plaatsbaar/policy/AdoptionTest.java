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
