package nl.plaatsbaar.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;
import nl.plaatsbaar.access.Accounts;
import nl.plaatsbaar.access.Tenancy;

/** From the demo to a board of one's own. */
@PlaatsbaarTest
class FoundBoardTest {

	private static final String SWAN = "De Zwaan;12AB;00;PO;de-zwaan;Utrecht";

	@Autowired
	FoundBoard command;

	@Autowired
	Site site;

	@Autowired
	Tenancy tenancy;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Accounts accounts;

	@Test
	void aNewBoardHasItsSchoolsAndOneAdministratorWhoSignsInWithThePrintedPassword() {
		var said = said(List.of("Stichting De Zwanen", "Beheer@zwanen.example", "--school", SWAN, "--school",
				"Het Lyceum;34CD;00;VO;het-lyceum;Utrecht"), 0);

		var password = Pattern.compile("password (\\S+)").matcher(said).results().findFirst().orElseThrow().group(1);
		var administrator = site.visitor().signIn("beheer@zwanen.example", password);
		assertThat(administrator.get("/organisatie").body()).contains("De Zwaan", "Het Lyceum").doesNotContain("OBS De Vlieger");
		assertThat(administrator.get("/organisatie?zoek=beheerder").body()).contains("Eerste beheerder");
	}

	@Test
	void aMistakeInTheQuestionMakesNothing() {
		said(List.of("Stichting Half", "beheer@half.example"), 2);
		said(List.of("Stichting Half", "geen adres", "--school", SWAN), 2);
		said(List.of("Stichting Half", "beheer@half.example", "--school", "De Zwaan;12;00;PO;de-zwaan;Utrecht"), 2);
		said(List.of("Stichting Half", "beheer@half.example", "--school", "Nog een Vlieger;12AB;00;PO;de-vlieger;Utrecht"), 2);
		said(List.of("stichting de zeven bruggen", "beheer@half.example", "--school", SWAN.replace("de-zwaan", "zwaan-2")), 2);
		said(List.of("Stichting Half", "beheer@half.example", "--school", SWAN.replace("de-zwaan", "zwaan-3"), "--school",
				SWAN.replace("de-zwaan", "zwaan-4")), 2);

		assertThat(site.visitor().get("/").body()).doesNotContain("Stichting Half");
		assertThat(tenancy.board()).isEmpty();
	}

	@Test
	void whereTheDemoIsOverItsPasswordOpensNothing() {
		assertThat(signIn().status()).isEqualTo(302);

		new DemoOver(tenancy, transaction, accounts);

		assertThat(signIn().status()).isEqualTo(422);
	}

	private Site.Answer signIn() {
		return site.visitor().post("/inloggen", Map.of("adres", Cast.hanneke().email(), "wachtwoord", Cast.hanneke().password()));
	}

	private String said(List<String> arguments, int exitCode) {
		var screen = System.out;
		var mistakes = System.err;
		var said = new ByteArrayOutputStream();
		try (var stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
			System.setOut(stream);
			System.setErr(stream);
			assertThat(command.run(arguments)).as("%s", arguments).isEqualTo(exitCode);
		} finally {
			System.setOut(screen);
			System.setErr(mistakes);
		}
		return said.toString(StandardCharsets.UTF_8);
	}
}
