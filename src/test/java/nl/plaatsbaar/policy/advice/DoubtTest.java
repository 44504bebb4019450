package nl.plaatsbaar.policy.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.Clause;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A teacher doubts, the supervisor answers, and the answer is kept for the two of them. */
@PlaatsbaarTest
class DoubtTest {

	private static final Map<String, String> WHATSAPP = Map.of("school", "de-vlieger", "actor", "employee", "act", "message", "counterpart",
			"pupil",
			"platform", "whatsapp", "remark", "Mag dit ook in het weekend?");

	@Autowired
	Site site;

	@Test
	@Clause("OSVS-M11")
	@Clause("ROE-B3")
	@Clause("KOM-M6")
	void theSupervisorGetsTheQuestionWithItsFactsAndTheAskerSeesTheAnswer() {
		var samira = site.as(Cast.samira());
		var doubt = ask(samira);
		var joris = site.as(Cast.joris());
		assertThat(joris.get("/berichten").body()).contains("Samira");
		assertThat(joris.get(doubt).body()).contains("Mag dit ook in het weekend?", "WhatsApp");
		assertThat(joris.post(doubt + "/antwoord", Map.of("answer", "Liever niet, bel de ouders.")).status()).isEqualTo(302);
		assertThat(samira.get(doubt).body()).contains("Liever niet, bel de ouders.", Cast.joris().name());
		assertThat(samira.get("/berichten").body()).contains("Joris");
	}

	@Test
	void nobodyElseSeesADoubt() {
		var doubt = ask(site.as(Cast.samira()));
		var hanneke = site.as(Cast.hanneke());
		assertThat(hanneke.get(doubt).status()).isEqualTo(404);
		assertThat(hanneke.post(doubt + "/antwoord", Map.of("answer", "ja")).status()).isEqualTo(404);
		assertThat(site.visitor().get(doubt).status()).isNotEqualTo(200);
	}

	@Test
	void theAskerCannotAnswerHerself() {
		var samira = site.as(Cast.samira());
		var doubt = ask(samira);
		assertThat(samira.post(doubt + "/antwoord", Map.of("answer", "ja hoor")).status()).isEqualTo(403);
		assertThat(samira.get(doubt).body()).doesNotContain("ja hoor");
	}

	@Test
	void anEmptyAnswerIsExplainedAndASecondAnswerDoesNotReplaceTheFirst() {
		var doubt = ask(site.as(Cast.samira()));
		var joris = site.as(Cast.joris());
		assertThat(joris.post(doubt + "/antwoord", Map.of("answer", "  ")).body()).contains("Schrijf eerst een antwoord");
		joris.post(doubt + "/antwoord", Map.of("answer", "Het eerste antwoord."));
		assertThat(joris.post(doubt + "/antwoord", Map.of("answer", "Het tweede antwoord.")).body()).contains("al beantwoord");
		assertThat(joris.get(doubt).body()).contains("Het eerste antwoord.").doesNotContain("Het tweede antwoord.");
	}

	@Test
	void aDoubtGoesOnlyToWhoThePolicyNames() {
		var samira = site.as(Cast.samira());
		var toAStranger = new java.util.HashMap<>(WHATSAPP);
		toAStranger.put("to", Cast.hanneke().id().toString());
		assertThat(samira.post("/twijfel", toAStranger).status()).isEqualTo(403);
	}

	private static String ask(Site.Visitor samira) {
		var fields = new java.util.HashMap<>(WHATSAPP);
		fields.put("to", Cast.joris().id().toString());
		var answer = samira.post("/twijfel", fields);
		assertThat(answer.status()).as(answer.body()).isEqualTo(302);
		return answer.leadsTo();
	}
}
