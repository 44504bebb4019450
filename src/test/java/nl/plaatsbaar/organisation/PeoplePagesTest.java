package nl.plaatsbaar.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;
import nl.plaatsbaar.TestDatabase;
import nl.plaatsbaar.access.Grant;
import nl.plaatsbaar.access.Grants;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.access.Scope;
import nl.plaatsbaar.access.Tenancy;

@PlaatsbaarTest
class PeoplePagesTest {

	@Autowired
	Site site;

	@Autowired
	Grants grants;

	@Autowired
	Tenancy tenancy;

	@Autowired
	TestDatabase database;

	@Autowired
	Clock clock;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void whoTriesTheDemoChoosesSomebodyByWhoTheyAre() {
		assertThat(site.visitor().get("/inloggen").body()).contains("Stichting De Zeven Bruggen", "Samira El Idrissi", "leerkracht 6A",
				"ouder zonder gezag van Sam", "voogd van Lieke, voogd van Jesse", "leerling 4H2").doesNotContain("Noor Haddad");
	}

	@Test
	void theOfficeFindsSomebodyByAFewLettersWithoutMindingAccents() {
		var petra = site.as(Cast.member("petra"));

		assertThat(petra.get("/organisatie/scholen/het-baken?zoek=fat+yil").body()).contains("Fatima Yılmaz", "1 persoon gevonden");
		assertThat(petra.get("/organisatie?zoek=zoe").body()).contains("Zoë van den Berg");
		assertThat(petra.get("/organisatie?zoek=berg").body()).contains("Zoë van den Berg", "Monique van den Berg").doesNotContain("Smit");
		assertThat(petra.get("/organisatie?zoek=%25").body()).contains("Niemand gevonden");
		assertThat(petra.get("/organisatie?zoek=zoe&pagina=2000000000").status()).isEqualTo(200);
		assertThat(petra.get("/organisatie?zoek=zoe%00").status()).as("nobody types a NUL").isEqualTo(400);
	}

	@Test
	void theOfficeOfOneSchoolFindsNobodyOfAnother() {
		var anneke = site.as(Cast.anneke());

		assertThat(anneke.get("/organisatie?zoek=ruben").body()).contains("Niemand gevonden");
		var notHers = anneke.get("/organisatie/scholen/het-baken");
		assertThat(notHers.status()).isEqualTo(404);
		assertThat(notHers.body()).contains("Anneke").doesNotContain("Baken");
		assertThat(anneke.get("/organisatie/scholen/het-baken/mensen.csv").status()).isEqualTo(404);
		assertThat(anneke.get(page(Cast.ruben())).status()).isEqualTo(404);
		assertThat(anneke.get(page(Cast.samira())).status()).isEqualTo(200);
	}

	@Test
	void theDirectorSeesAllSchoolsAndTheirPeople() {
		var marijke = site.as(Cast.marijke());

		assertThat(marijke.get("/organisatie").body()).contains("OBS De Vlieger", "Het Baken College", "Praktijkschool De Werf");
		assertThat(marijke.get("/organisatie/scholen/de-werf?rol=PUPIL").body()).contains("Kevin Groen", "Dilara Aydın", "Jesse Prins")
				.doesNotContain("Tim Evers");
		assertThat(marijke.get("/organisatie/scholen/de-werf?groep=P4").body()).contains("Kevin Groen", "Tim Evers")
				.doesNotContain("Jesse Prins");
	}

	@Test
	void thePageOfAPupilShowsWhoHasAuthority() {
		var sam = site.as(Cast.anneke()).get(page(Cast.sam())).body();

		assertThat(sam).contains("Linda Peters", "heeft gezag", "Dennis Kok", "heeft geen gezag", "groep 6A");
	}

	@Test
	void whoKeepsTheSystemRunningSeesRolesButNoFamilies() {
		var sam = site.as(Cast.nadia()).get(page(Cast.sam())).body();

		assertThat(sam).contains("Sam Peters", "leerling").doesNotContain("Linda Peters", "Dennis Kok", "Geboren");
	}

	@Test
	void everyLookAtAPersonsPageIsInTheLog() {
		site.as(Cast.hanneke()).get(page(Cast.yusuf()));

		assertThat(events("organisation.person.seen", Cast.yusuf())).isPositive();
	}

	@Test
	void aTeacherSeesTheOwnGroupAndNoOtherPagesOfPeople() {
		var samira = site.as(Cast.samira());

		assertThat(samira.get("/mijn-groepen").body()).contains("6A", "Noor Haddad").doesNotContain("Jayden");
		assertThat(samira.get("/organisatie").status()).isEqualTo(403);
		assertThat(samira.get(page(Cast.noor())).status()).isEqualTo(403);
		assertThat(samira.get("/mijn-kinderen").status()).isEqualTo(403);
	}

	@Test
	void aParentSeesTheOwnChildrenAndWhetherThereIsAuthority() {
		assertThat(site.as(Cast.laila()).get("/mijn-kinderen").body()).contains("Noor Haddad", "groep 6A", "Je hebt gezag over Noor")
				.doesNotContain("Sam", "Karim");
		assertThat(site.as(Cast.dennis()).get("/mijn-kinderen").body()).contains("Sam Peters", "zonder gezag over Sam");
		assertThat(site.as(Cast.member("ton")).get("/mijn-kinderen").body()).contains("Je hebt gezag over Lucas",
				"Thijs is 18 of ouder en beslist zelf");
		assertThat(site.as(Cast.laila()).get("/mijn-groepen").status()).isEqualTo(403);
	}

	@Test
	void thePrincipalMakesATeacherCoachAndUndoesIt() {
		var hanneke = site.as(Cast.hanneke());
		var given = hanneke.post(page(Cast.member("mehmet")) + "/rollen", role("COACH", "school." + Cast.deVlieger(), today(), ""));

		assertThat(given.leadsTo()).isEqualTo(page(Cast.member("mehmet")));
		assertThat(hanneke.get(given.leadsTo()).body()).contains("Mehmet Kaya is nu social-mediacoach.", "Ongedaan maken");
		assertThat(held("mehmet")).extracting(Grant::role).contains(Role.COACH);

		hanneke.post(page(Cast.member("mehmet")) + "/rollen/einde",
				role("COACH", "school." + Cast.deVlieger(), today(), today().minusDays(1).toString()));
		assertThat(held("mehmet")).extracting(Grant::role).doesNotContain(Role.COACH);
		assertThat(events("access.role.given", Cast.member("mehmet"))).isPositive();
	}

	@Test
	void aRoleEndsOnADayAndStaysToBeSeen() {
		var hanneke = site.as(Cast.hanneke());
		var esther = Cast.member("esther");
		var teaches = held("esther").stream().filter(grant -> grant.role() == Role.TEACHER).findFirst().orElseThrow();
		var form = role("TEACHER", RoleForm.written(teaches.scope()), teaches.from(), today().plusDays(30).toString());

		assertThat(hanneke
				.get(page(esther) + "/rollen/einde?role=TEACHER&where=" + RoleForm.written(teaches.scope()) + "&from=" + teaches.from())
				.body())
				.contains("Esther Blom", "leerkracht", "groep 3B", "Stop deze rol");
		assertThat(hanneke.post(page(esther) + "/rollen/einde", form).leadsTo()).isEqualTo(page(esther));
		assertThat(held("esther")).contains(new Grant(Role.TEACHER, teaches.scope(), teaches.from(), today().plusDays(30)));
	}

	@Test
	void aFormThatIsNotRightSaysWhyAndKeepsWhatWasTyped() {
		var hanneke = site.as(Cast.hanneke());
		var before = held("joris");

		for (var wrong : List.of(role("KONING", "school." + Cast.deVlieger(), today(), ""), role("DPO", "board", today(), ""),
				role("COACH", "school." + Cast.hetBaken(), today(), ""), role("COACH", "group." + Cast.groep6A(), today(), ""),
				role("COACH", "school." + Cast.deVlieger(), today(), "31-02-2027"),
				role("COACH", "school." + Cast.deVlieger(), today(), today().minusDays(3).toString())))
			assertThat(hanneke.post(page(Cast.joris()) + "/rollen", wrong).body()).as(wrong.toString()).contains("Dit klopt nog niet");
		var typed = hanneke.post(page(Cast.joris()) + "/rollen",
				Map.of("role", "COACH", "where", "school." + Cast.deVlieger(), "from", "morgen", "until", "")).body();

		assertThat(typed).contains("Vul een dag in", "value=\"morgen\"");
		assertThat(held("joris")).isEqualTo(before);
	}

	@Test
	void aRoleThatIsThereAlreadyIsNotGivenTwice() {
		var answer = site.as(Cast.hanneke()).post(page(Cast.joris()) + "/rollen",
				role("SUPERVISOR", "school." + Cast.deVlieger(), today(), ""));

		assertThat(answer.body()).contains("Deze rol is er al op die plek, vanaf 1 augustus");
	}

	@Test
	void aRoleIsNotMadeLongerByLettingItEnd() {
		var hanneke = site.as(Cast.hanneke());
		var coach = "school." + Cast.deVlieger();
		hanneke.post(page(Cast.member("esther")) + "/rollen", role("COACH", coach, today(), today().plusDays(5).toString()));
		hanneke.post(page(Cast.member("esther")) + "/rollen", role("COACH", coach, today().plusDays(10), ""));

		var longer = hanneke.post(page(Cast.member("esther")) + "/rollen/einde",
				role("COACH", coach, today(), today().plusDays(12).toString()));

		assertThat(longer.status()).isEqualTo(200);
		assertThat(longer.body()).contains("Deze rol stopt al op");
		assertThat(held("esther")).contains(new Grant(Role.COACH, new Scope.School(Cast.deVlieger()), today(), today().plusDays(5)));
	}

	@Test
	void aRoleThatIsOverStaysAsItWas() {
		var hanneke = site.as(Cast.hanneke());
		var over = new Grant(Role.COACH, new Scope.School(Cast.deVlieger()), today().minusDays(20), today().minusDays(10));
		tenancy.as(Cast.board(),
				() -> transaction.executeWithoutResult(_ -> grants.give(Cast.board(), Cast.member("esther").id(), over, null)));

		var answer = hanneke.post(page(Cast.member("esther")) + "/rollen/einde",
				role("COACH", "school." + Cast.deVlieger(), over.from(), over.from().plusDays(1).toString()));

		assertThat(answer.body()).contains("Deze rol is er niet meer");
		assertThat(held("esther")).contains(over);
	}

	@Test
	void whenTwoGiveTheSameRoleAtOnceTheSecondIsToldSo() throws Exception {
		var hanneke = site.as(Cast.hanneke());
		var coach = new Grant(Role.COACH, new Scope.School(Cast.deVlieger()), today(), null);

		try (var second = Executors.newVirtualThreadPerTaskExecutor()) {
			var answer = Objects.requireNonNull(tenancy.as(Cast.board(), () -> transaction.execute(_ -> {
				grants.give(Cast.board(), Cast.joris().id(), coach, null);
				var asked = second.submit(() -> hanneke.post(page(Cast.joris()) + "/rollen",
						role("COACH", "school." + Cast.deVlieger(), today(), "")));
				while (!asked.isDone() && !someoneWaits())
					Thread.onSpinWait();
				return asked;
			})));
			assertThat(answer.get().body()).contains("Iemand anders heeft deze rol net veranderd");
		}
		assertThat(held("joris")).containsOnlyOnce(coach);
	}

	/** For the end of the other transaction. */
	private boolean someoneWaits() {
		return database.superuser().sql("select exists (select 1 from pg_locks where not granted)").query(Boolean.class).single();
	}

	@Test
	void nobodyGivesHimselfARoleNotEvenByHand() {
		var hanneke = site.as(Cast.hanneke());

		assertThat(hanneke.get(page(Cast.hanneke())).body()).contains("Je kunt jezelf geen rol geven").doesNotContain("Geef deze rol");
		assertThat(hanneke.post(page(Cast.hanneke()) + "/rollen", role("COACH", "school." + Cast.deVlieger(), today(), "")).body())
				.contains("Dit klopt nog niet");
		assertThat(held("hanneke")).extracting(Grant::role).doesNotContain(Role.COACH);
	}

	@Test
	void theSchoolOfficeCannotMakeSomebodyPrincipal() {
		site.as(Cast.anneke()).post(page(Cast.joris()) + "/rollen", role("PRINCIPAL", "school." + Cast.deVlieger(), today(), ""));

		assertThat(held("joris")).extracting(Grant::role).doesNotContain(Role.PRINCIPAL);
	}

	@Test
	void theListOfASchoolOpensInASpreadsheetAndIsInTheLog() {
		var list = site.as(Cast.anneke()).get("/organisatie/scholen/de-vlieger/mensen.csv");

		assertThat(list.header("Content-Type")).contains("text/csv;charset=UTF-8");
		assertThat(list.header("Content-Disposition")).hasValueSatisfying(name -> assertThat(name).contains("mensen-de-vlieger-"));
		assertThat(list.body()).contains("Samira El Idrissi;samira.elidrissi@zevenbruggen.example;leerkracht;6A;")
				.doesNotContain("Ruben Smit");
		assertThat(database.superuser().sql("select count(*) from audit_entry where what = 'organisation.people.exported'")
				.query(Integer.class).single())
				.isPositive();
	}

	@Test
	void aBoardCallsAPrincipalWhatItLikes() {
		var greet = site.as(Cast.member("greet"));
		greet.post("/organisatie/rolnamen", Map.of("PRINCIPAL", "locatiedirecteur"));

		assertThat(greet.get(page(Cast.hanneke())).body()).contains("locatiedirecteur");
		greet.post("/organisatie/rolnamen", Map.of("PRINCIPAL", ""));
		assertThat(greet.get(page(Cast.hanneke())).body()).doesNotContain("locatiedirecteur").contains("directie");
		assertThat(greet.post("/organisatie/rolnamen", Map.of("PRINCIPAL", "x".repeat(61))).body()).contains("hooguit 60 tekens");
		assertThat(site.as(Cast.anneke()).get("/organisatie/rolnamen").status()).isEqualTo(403);
	}

	private static String page(Cast.Member member) {
		return "/organisatie/mensen/" + member.id();
	}

	private static Map<String, String> role(String role, String where, LocalDate from, String until) {
		return Map.of("role", role, "where", where, "from", from.toString(), "until", until);
	}

	private List<Grant> held(String key) {
		return tenancy.as(Cast.board(), () -> grants.of(Cast.board(), Cast.member(key).id()));
	}

	private int events(String what, Cast.Member about) {
		return database.superuser().sql("select count(*) from audit_entry where what = :what and subject = :subject").param("what", what)
				.param("subject", about.id()).query(Integer.class).single();
	}

	private LocalDate today() {
		return LocalDate.now(clock);
	}
}
