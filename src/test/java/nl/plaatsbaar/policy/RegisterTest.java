package nl.plaatsbaar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.Clause;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;
import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Platform;
import nl.plaatsbaar.rules.Situation;

@PlaatsbaarTest
@Clause("OBO-DEF")
class RegisterTest {

	private static final String PAGE = "/beleid/platforms";

	@Autowired
	Site site;
	@Autowired
	Policies policies;
	@Autowired
	Shelves shelves;
	@Autowired
	Clock clock;

	@BeforeEach
	void fresh() {
		shelves.forget(Cast.board());
	}

	@Test
	void aPlatformTheBoardAddsIsUnderstoodAtOnceAndByThisBoardOnly() throws Exception {
		var added = Forms.send(site.as(Cast.pieter()), PAGE, PAGE, "name", "Kwetter Plus", "place", "public-network", "minimumAge", "15",
				"ageSource",
				"eigen voorwaarden", "synonyms", "kwetter, kwetteren");
		assertThat(added.leadsTo()).isEqualTo(PAGE);
		var facts = Situation.read(Map.of("actor", "employee", "act", "post", "platform", "kwetter"), policies.places(Cast.board()));
		assertThat(facts.value(Fact.PLACE)).isEqualTo(Fact.PLACE.optionOfCode("public-network").orElseThrow());
		assertThat(policies.platform(null, "kwetter")).isEmpty();
		assertThat(policies.platforms(Cast.board(), LocalDate.now(clock))).extracting(Platform::id).contains("kwetter-plus", "instagram")
				.doesNotContain("hyves");
	}

	@Test
	void aPlatformThatStopsIsNoLongerOfferedButStillKnown() {
		var officer = site.as(Cast.pieter());
		Forms.send(officer, PAGE, PAGE + "/bereal/einde");
		assertThat(policies.platforms(Cast.board(), LocalDate.now(clock))).extracting(Platform::id).doesNotContain("bereal");
		assertThat(policies.platform(Cast.board(), "BeReal")).isPresent();
		Forms.send(officer, PAGE, PAGE + "/bereal/herstel");
		assertThat(policies.platforms(Cast.board(), LocalDate.now(clock))).extracting(Platform::id).contains("bereal");
	}

	@Test
	void twoColleaguesWhoAddTheSamePlatformTogetherAddItOnce() throws Exception {
		try (var colleagues = Executors.newFixedThreadPool(3)) {
			var sent = Collections.nCopies(3,
					(Callable<Integer>) () -> Forms.send(site.as(Cast.pieter()), PAGE, PAGE, "name", "Samen Tegelijk",
							"place", "public-network", "minimumAge", "15", "ageSource", "eigen voorwaarden").status());
			assertThat(colleagues.invokeAll(sent).stream().map(Future::resultNow)).containsExactlyInAnyOrder(302, 422, 422);
		}
	}

	@Test
	void whatNeverStoppedCannotComeBack() {
		var officer = site.as(Cast.pieter());
		Forms.send(officer, PAGE, PAGE + "/instagram/herstel");
		assertThat(officer.get(PAGE).body()).contains("Dit platform is hier niet gestopt");
	}

	@Test
	void aNameThatAlreadyMeansSomethingIsRefusedAndWhatWasTypedStays() {
		var refused = Forms.send(site.as(Cast.pieter()), PAGE, PAGE, "name", "Twitter", "place", "", "minimumAge", "oud", "ageSource", "",
				"synonyms", "blauwe vogel");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("Die naam hoort al bij X", "Kies wat voor plek het is", "Geef een leeftijd van 0",
				"blauwe vogel");
	}

	@Test
	void aTeacherLooksAndChangesNothing() {
		assertThat(site.as(Cast.samira()).get(PAGE).status()).isEqualTo(200);
		assertThat(site.as(Cast.samira()).get(PAGE).body()).doesNotContain("/einde");
		assertThat(site.as(Cast.samira()).post(PAGE + "/x/einde", Map.of()).status()).isEqualTo(403);
	}
}
