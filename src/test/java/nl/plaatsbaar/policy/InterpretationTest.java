package nl.plaatsbaar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.Clause;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;
import nl.plaatsbaar.access.Tenancy;

@PlaatsbaarTest
@Clause("OBO-V3")
class InterpretationTest {

	private static final String LIST = "/beleid/interpretaties";

	@Autowired
	Site site;
	@Autowired
	Interpretations interpretations;
	@Autowired
	Tenancy tenancy;
	@Autowired
	Clock clock;
	@Autowired
	JdbcClient jdbc;

	@Test
	void theBoardExplainsAnArticleAfterConsultationAndAllStaffHearOfIt() {
		var director = site.as(Cast.marijke());
		var decided = Forms.send(director, LIST + "/nieuw", LIST, "about", "IV.medewerkers.3", "question",
				"Geldt dit ook voor oud-leerlingen?", "reading",
				"Ja, tot zij achttien zijn.", "consultedWith", "het dagelijks bestuur", "consultedOn",
				LocalDate.now(clock).minusDays(3).toString());
		assertThat(decided.leadsTo()).isEqualTo(LIST);

		var reading = under("IV.medewerkers.3").getFirst();
		assertThat(reading.consultedWith()).isEqualTo("het dagelijks bestuur");
		assertThat(under("IV.medewerkers.4")).isEmpty();
		for (var employee : List.of(Cast.samira(), Cast.ruben(), Cast.hanneke()))
			assertThat(told(employee, reading.id())).as(employee.name()).isEqualTo(1);
		assertThat(told(Cast.member("laila"), reading.id())).as("a parent").isZero();

		assertThat(site.as(Cast.samira()).get(LIST).body()).contains("Geldt dit ook voor oud-leerlingen?", "Marijke Vos",
				"het dagelijks bestuur");
		assertThat(site.as(Cast.samira()).get("/beleid/osvs-2025").body()).contains("Uitleg van het bestuur", "Ja, tot zij achttien zijn.");

		Forms.send(director, LIST, LIST + "/" + reading.id() + "/einde");
		assertThat(under("IV.medewerkers.3")).isEmpty();
		assertThat(site.as(Cast.samira()).get(LIST).body()).contains("geldt niet meer");
		Forms.send(director, LIST, LIST + "/" + reading.id() + "/herstel");
		assertThat(under("IV.medewerkers.3")).hasSize(1);
	}

	@Test
	void withoutConsultationThereIsNoInterpretation() {
		var refused = Forms.send(site.as(Cast.marijke()), LIST + "/nieuw", LIST, "about", "IV.medewerkers.4", "question",
				"Mag het met mijn eigen adres?",
				"reading", "Nee.", "consultedWith", "", "consultedOn", LocalDate.now(clock).plusDays(1).toString());
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("Zonder overleg kan dit niet", "Overleg eerst", "Mag het met mijn eigen adres?");
		assertThat(under("IV.medewerkers.4")).isEmpty();
	}

	@Test
	void onlyTheExecutiveDirectorInterprets() {
		assertThat(site.as(Cast.samira()).get(LIST).status()).isEqualTo(200);
		assertThat(site.as(Cast.samira()).get(LIST + "/nieuw").status()).isEqualTo(403);
		assertThat(site.as(Cast.pieter()).get(LIST + "/nieuw").status()).isEqualTo(403);
	}

	private List<Interpretation> under(String article) {
		return tenancy.as(Cast.board(), () -> interpretations.under(Cast.board(), "osvs-2025", List.of(article)));
	}

	private int told(Cast.Member member, UUID interpretation) {
		return tenancy.as(Cast.board(),
				() -> jdbc.sql("select count(*) from notice where person_id = :person and key = :key").param("person", member.id())
						.param("key", "interpretation-" + interpretation).query(Integer.class).single());
	}
}
