package nl.plaatsbaar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;
import nl.plaatsbaar.Site.Answer;
import nl.plaatsbaar.audit.AuditEntry;
import nl.plaatsbaar.audit.AuditLog;

/** Coming in and going out, as the teachers of De Vlieger do it. */
@PlaatsbaarTest
class SignInTest {

	@Autowired
	Site site;

	@Autowired
	Tenancy tenancy;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Accounts accounts;

	@Autowired
	AuditLog log;

	@Autowired
	Visit visit;

	@Autowired
	WebApplicationContext program;

	@Test
	void aTeacherSignsInWithHerPassword() {
		var samira = site.as(Cast.samira());

		assertThat(samira.get("/inloggen").body()).contains("Samira El Idrissi");
		assertThat(lastEvents()).first().satisfies(event -> {
			assertThat(event.what()).isEqualTo("access.signed-in");
			assertThat(event.person()).isEqualTo(Cast.samira().id());
		});
	}

	@Test
	void nobodyLearnsWhetherAnAddressIsKnown() {
		var wrong = site.visitor().post("/inloggen", Map.of("adres", Cast.ruben().email(), "wachtwoord", "geraden"));
		var unknown = site.visitor().post("/inloggen", Map.of("adres", "niemand@zevenbruggen.example", "wachtwoord", "geraden"));

		assertThat(wrong.status()).isEqualTo(422);
		assertThat(unknown.status()).isEqualTo(422);
		assertThat(withoutWhatWasTyped(wrong)).isEqualTo(withoutWhatWasTyped(unknown)).contains("klopt niet");
		assertThat(wrong.body()).as("what was typed stays").contains("value=\"" + Cast.ruben().email() + "\"").doesNotContain("geraden");
		assertThat(lastEvents()).extracting(AuditEntry::what).contains("access.sign-in.failed");
	}

	@Test
	void whoGuessesTooOftenHasToWaitEvenWithTheRightPassword() {
		var guesser = site.visitor();
		for (int guess = 0; guess < 10; guess++)
			assertThat(guesser.post("/inloggen", Map.of("adres", Cast.joris().email(), "wachtwoord", "geraden" + guess)).status())
					.isEqualTo(422);

		var answer = guesser.post("/inloggen",
				Map.of("adres", Cast.joris().email().toUpperCase(java.util.Locale.ROOT), "wachtwoord", "plaatsbaar"));
		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.body()).contains("Probeer het om");
		assertThat(site.as(Cast.hanneke()).get("/inloggen").body()).as("others are not bothered").contains(Cast.hanneke().name());
	}

	@Test
	void manyHandsGuessingAtTheSameMomentGetNoMoreGuesses() throws Exception {
		var answers = new ArrayList<Future<Integer>>();
		try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int hand = 0; hand < 30; hand++)
				answers.add(hands.submit(() -> site.visitor()
						.post("/inloggen", Map.of("adres", "niemand.anders@zevenbruggen.example", "wachtwoord", "geraden")).status()));
		}
		var judged = new ArrayList<Integer>();
		for (var answer : answers)
			judged.add(answer.get());

		assertThat(judged).containsOnly(422, 429);
		assertThat(Collections.frequency(judged, 422)).isEqualTo(10);
	}

	@Test
	void anAddressNoMailboxCanHaveIsSimplyWrong() {
		for (int guess = 0; guess < 12; guess++)
			assertThat(site.visitor().post("/inloggen", Map.of("adres", "a".repeat(300) + "@zevenbruggen.example", "wachtwoord", "x"))
					.status()).isEqualTo(422);
	}

	@Test
	void afterSigningInOneIsBackWhereOneCameFrom() {
		var visitor = site.visitor();
		var closed = visitor.get("/berichten?pagina=2");
		assertThat(closed.leadsTo()).startsWith("/inloggen?terug=");

		assertThat(visitor.get(closed.leadsTo()).body()).contains("value=\"/berichten?pagina=2\"");
		var answer = visitor.post("/inloggen",
				Map.of("adres", Cast.samira().email(), "wachtwoord", "plaatsbaar", "terug", "/berichten?pagina=2"));
		assertThat(answer.leadsTo()).isEqualTo("/berichten?pagina=2");
	}

	@Test
	void nobodyIsLedAwayToAnotherSite() {
		for (var trap : List.of("https://kwaad.example/", "//kwaad.example", "/\\kwaad.example", "javascript:alert(1)", "/\tkwaad",
				"/x{y}"))
			assertThat(site.visitor().post("/inloggen", Map.of("adres", Cast.samira().email(), "wachtwoord", "plaatsbaar", "terug", trap))
					.leadsTo())
					.as(trap).isEqualTo("/");
	}

	@Test
	void whoSignsOutIsOut() {
		var samira = site.as(Cast.samira());
		assertThat(samira.get("/berichten").status()).isEqualTo(200);

		assertThat(samira.post("/uitloggen", Map.of()).leadsTo()).isEqualTo("/");

		assertThat(samira.get("/berichten").leadsTo()).startsWith("/inloggen");
	}

	@Test
	void aSessionGetsANewKeyAtTheDoor() {
		var visitor = site.visitor();
		var before = cookie(visitor.get("/inloggen"));
		var after = cookie(visitor.post("/inloggen", Map.of("adres", Cast.samira().email(), "wachtwoord", "plaatsbaar")));

		assertThat(before).isNotBlank();
		assertThat(after).isNotBlank().isNotEqualTo(before).contains("HttpOnly").contains("SameSite=Lax");
	}

	@Test
	void whoIsNotSignedInIsForgottenSoonerThanWhoIs() {
		var request = new MockHttpServletRequest();
		visit.begin(new SignedIn(Cast.board(), Cast.samira().id()), request, new MockHttpServletResponse());
		SecurityContextHolder.clearContext();

		assertThat(Objects.requireNonNull(request.getSession()).getMaxInactiveInterval()).isEqualTo(4 * 60 * 60);
		assertThat(Objects.requireNonNull(program.getServletContext()).getSessionTimeout()).as("minutes").isEqualTo(10);
	}

	@Test
	void aFormFromElsewhereIsNotAccepted() {
		var answer = site.visitor().send("POST", "/inloggen", "adres=x&wachtwoord=y",
				Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"));

		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("Er is niets gewijzigd");
	}

	@Test
	void whenAnAccountIsClosedItsSessionsEnd() {
		var person = UUID.randomUUID();
		inTransaction(() -> accounts.open(Cast.board(), person, "Tijdelijke Kracht", "tijdelijk@zevenbruggen.example", "geheim"));
		var visitor = site.visitor().signIn("tijdelijk@zevenbruggen.example", "geheim");
		assertThat(visitor.get("/berichten").status()).isEqualTo(200);

		inTransaction(() -> accounts.close(Cast.board(), person));

		assertThat(visitor.get("/berichten").leadsTo()).startsWith("/inloggen");
	}

	@Test
	void whoHasNoPasswordYetCannotSignInWithNone() {
		inTransaction(() -> accounts.open(Cast.board(), UUID.randomUUID(), "Nieuw", "nieuw@zevenbruggen.example", null));

		assertThat(site.visitor().post("/inloggen", Map.of("adres", "nieuw@zevenbruggen.example", "wachtwoord", "")).status())
				.isEqualTo(422);
	}

	@Test
	void inTheDemoOneMayChooseWhoToBe() {
		var visitor = site.visitor();
		assertThat(visitor.get("/inloggen?zoek=yilmaz").body()).contains("Fatima Yılmaz").doesNotContain("Samira El Idrissi");
		assertThat(visitor.get("/inloggen?zoek=niemand+zo").body()).contains("Niemand gevonden");

		visitor.post("/inloggen/kies", Map.of("board", Cast.board().toString(), "person", Cast.fatima().id().toString()));

		assertThat(visitor.get("/inloggen").body()).contains("Je bent ingelogd als Fatima");
	}

	@Test
	void onlySomebodyOfTheCastCanBeChosen() {
		var person = UUID.randomUUID();
		inTransaction(() -> accounts.open(Cast.board(), person, "Echte Mens", "echt@zevenbruggen.example", "geheim"));

		var answer = site.visitor().post("/inloggen/kies", Map.of("board", Cast.board().toString(), "person", person.toString()));

		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("Kies iemand van de lijst");
	}

	@Test
	void whoIsRefusedReadsWhyAndItIsWrittenDown() {
		var answer = site.as(Cast.samira()).get("/logboek");

		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("functionaris gegevensbescherming, directeur-bestuurder").contains("Vraag dan de directie");
		assertThat(lastEvents()).first().satisfies(event -> {
			assertThat(event.what()).isEqualTo("access.refused");
			assertThat(event.person()).isEqualTo(Cast.samira().id());
			assertThat(event.details()).containsEntry("path", "/logboek").containsEntry("why", "access.refused.role");
		});
	}

	@Test
	void theDataProtectionOfficerReadsTheLogAndHasItsSealsChecked() {
		var wim = site.as(Cast.wim());

		assertThat(wim.get("/logboek").body()).contains("logde in").contains("Wim Jansen");
		assertThat(wim.post("/logboek/controle", Map.of()).leadsTo()).isEqualTo("/logboek");
		assertThat(wim.get("/logboek").body()).contains("Het logboek klopt").contains("bekeek het logboek");
	}

	@Test
	void everyAnswerTellsTheBrowserToTrustOnlyThisSite() {
		for (var path : List.of("/", "/inloggen", "/api/v1/nothing", "/css/plaatsbaar.css")) {
			var answer = site.visitor().get(path);
			assertThat(answer.header("Content-Security-Policy")).as(path).hasValueSatisfying(policy -> assertThat(policy)
					.startsWith("default-src 'none'; script-src 'self'; style-src 'self'").endsWith("frame-ancestors 'none'")
					.doesNotContain("unsafe"));
			assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
			assertThat(answer.header("Referrer-Policy")).hasValue("same-origin");
		}
		assertThat(site.visitor().get("/inbedden/iets").header("Content-Security-Policy")).hasValueSatisfying(
				policy -> assertThat(policy).endsWith("frame-ancestors *"));
		assertThat(site.visitor().get("/inbedden/iets").header("X-Frame-Options")).isEmpty();
	}

	private List<AuditEntry> lastEvents() {
		return tenancy.as(Cast.board(), () -> log.before(Cast.board(), Long.MAX_VALUE, 5));
	}

	private void inTransaction(Runnable work) {
		tenancy.as(Cast.board(), () -> transaction.executeWithoutResult(_ -> work.run()));
	}

	private static String withoutWhatWasTyped(Answer answer) {
		return Stream.of(Cast.ruben().email(), "niemand@zevenbruggen.example")
				.reduce(answer.body(), (body, typed) -> body.replace(typed, "…"))
				.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
	}

	private static String cookie(Answer answer) {
		return answer.response().headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("JSESSIONID")).findFirst()
				.orElse("");
	}
}
