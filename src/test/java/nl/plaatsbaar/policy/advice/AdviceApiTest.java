package nl.plaatsbaar.policy.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import nl.plaatsbaar.Clause;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;
import nl.plaatsbaar.rules.Fact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another program asks "mag dit?" and gets the same answer, or learns what was wrong with its question. */
@PlaatsbaarTest
class AdviceApiTest {

	private static final JsonMapper JSON = new JsonMapper();

	@Autowired
	Site site;

	@ParameterizedTest
	@Clause("OBO-G7b")
	@Clause("ROE-C4")
	@Clause("OSVS-M3a")
	@Clause("MEA-8a")
	@CsvSource({"obo-west-brabant-2013, FORBIDDEN, OBO-G7b", "praktijkonderwijs-roermond-2015, FORBIDDEN, ROE-C4",
		"osvs-2025, FORBIDDEN, OSVS-M3a",
		"meander-2021, FORBIDDEN, MEA-8a", "kom-leren-2014, NOT_REGULATED,"})
	void aTeacherAsksEachPolicyWhetherAPupilMayBeAFriend(String policy, String verdict, String clause) {
		var answer = ask(policy, Map.of("actor", "employee", "act", "connect", "counterpart", "pupil", "account", "private"));
		assertThat(answer.path("verdict").asString()).isEqualTo(verdict);
		if (clause != null)
			assertThat(clauses(answer, "POLICY")).contains(clause);
	}

	@ParameterizedTest
	@CsvSource({"osvs-2025, ALLOWED, OSVS-M3a", "meander-2021, FORBIDDEN, MEA-8a", "praktijkonderwijs-roermond-2015, FORBIDDEN, ROE-C4",
		"obo-west-brabant-2013, JUDGEMENT, OBO-G7b"})
	void aParentWhoIsAnOldFriendIsAnExceptionOnlyWhereThePolicySaysSo(String policy, String verdict, String clause) {
		var answer = ask(policy,
				Map.of("actor", "employee", "act", "connect", "counterpart", "parent", "account", "private", "existingRelation", true));
		assertThat(answer.path("verdict").asString()).isEqualTo(verdict);
		assertThat(clauses(answer, "POLICY")).contains(clause);
	}

	@Test
	@Clause("OBO-G6")
	@Clause("KOM-M4")
	@Clause("MEA-7")
	void aClassPhotoOnAnOwnAccountWithEverybodysConsent() {
		Map<String, Object> photo = Map.of("actor", "employee", "act", "post", "account", "private", "platform", "instagram", "content",
				List.of("school-situation", "people-shown"), "consent", "given");
		var obo = ask("obo-west-brabant-2013", photo);
		assertThat(obo.path("verdict").asString()).isEqualTo("FORBIDDEN");
		assertThat(obo.path("instead")).as("the official channel is offered").isNotEmpty();
		assertThat(ask("kom-leren-2014", photo).path("verdict").asString()).isEqualTo("ALLOWED");
		var meander = ask("meander-2021", photo);
		assertThat(meander.path("verdict").asString()).isEqualTo("PERMISSION_NEEDED");
		assertThat(texts(meander.path("permissionFrom"))).contains("directie");
		assertThat(meander.path("duties").toString()).as("the law still asks the parents").contains("ouders");
	}

	@Test
	void anAbsentFactIsUnknownAndAskedFor() {
		var answer = ask("osvs-2025", Map.of("actor", "employee", "act", "connect", "counterpart", "parent", "account", "private"));
		assertThat(answer.path("verdict").asString()).isEqualTo("FORBIDDEN");
		assertThat(texts(answer.path("questions"))).contains("existingRelation");
		assertThat(answer.path("assumed").path("existingRelation").asBoolean(true)).isFalse();
	}

	@ParameterizedTest
	@Clause("ROE-D1")
	@Clause("MEA-U2")
	@CsvSource({"employee", "pupil", "parent", "volunteer", "intern", "external", "school"})
	void everybodyOfTheSchoolCommunityGetsAnAnswer(String actor) {
		for (var policy : List.of("praktijkonderwijs-roermond-2015", "meander-2021")) {
			var answer = ask(policy,
					Map.of("actor", actor, "act", "post", "content", List.of("school-situation", "people-shown"), "consent", "missing"));
			assertThat(answer.path("verdict").asString()).as(policy).isEqualTo("PERMISSION_NEEDED");
		}
	}

	@Test
	void anUnknownFieldOrValueIsNamedWithWhatIsAllowed() {
		var value = send(Map.of("policy", "osvs-2025", "situation", Map.of("actor", "teacher")), 400);
		assertThat(value.path("field").asString()).isEqualTo("situation.actor");
		assertThat(value.path("value").asString()).isEqualTo("teacher");
		assertThat(texts(value.path("allowed"))).contains("employee", "pupil");
		var field = send(Map.of("policy", "osvs-2025", "situation", Map.of("wie", "employee")), 400);
		assertThat(field.path("field").asString()).isEqualTo("situation.wie");
		assertThat(texts(field.path("allowed"))).contains("actor", "content");
		assertThat(send(Map.of("policy", "osvs-2025", "situation", Map.of("content", List.of("cats"))), 400).path("field").asString())
				.isEqualTo("situation.content");
		assertThat(texts(send(Map.of("policy", "nergens", "situation", Map.of()), 400).path("allowed"))).contains("osvs-2025",
				"meander-2021");
		assertThat(send(Map.of("school", "nergens", "situation", Map.of()), 400).path("field").asString()).isEqualTo("school");
		assertThat(send(Map.of("policy", "osvs-2025", "on", "gisteren", "situation", Map.of()), 400).path("field").asString())
				.isEqualTo("on");
		assertThat(send(Map.of("policy", "osvs-2025", "moment", "nu", "situation", Map.of()), 400).path("field").asString())
				.isEqualTo("moment");
		assertThat(send(Map.of("policy", "osvs-2025"), 400).path("field").asString()).isEqualTo("situation");
		assertThat(send(Map.of("situation", Map.of()), 400).path("field").asString()).isEqualTo("policy");
	}

	@Test
	void aSchoolAnswersByTheRulesOfItsBoard() {
		var answer = send(Map.of("school", "het-baken", "situation", Map.of("actor", "employee", "act", "connect", "counterpart", "pupil")),
				200);
		assertThat(answer.path("layers").toString()).contains("\"LAW\"", "\"POLICY\"");
		assertThat(answer.path("verdict").asString()).isEqualTo("FORBIDDEN");
	}

	@Test
	void aBodyThatIsNoQuestionIsExplained() {
		for (var body : List.of("", "[]", "{", "\"mag dit?\"", "{\"policy\":\"osvs-2025\",\"situation\":[]}",
				"{\"policy\":[],\"situation\":{}}")) {
			var answer = site.visitor().send("POST", "/api/v1/advice", body, Map.of("Content-Type", "application/json"));
			assertThat(answer.status()).as(body).isEqualTo(400);
			assertThat(answer.header("Content-Type").orElse("")).as(body).startsWith("application/problem+json");
		}
	}

	@Test
	void theDescriptionKnowsEveryFact() {
		var description = JSON.readTree(site.visitor().send("GET", "/v3/api-docs", null, Map.of("Accept", "application/json")).body());
		assertThat(description.path("openapi").asString()).isEqualTo("3.1.0");
		var facts = description.at("/components/schemas/Situation/properties");
		for (var fact : Fact.values())
			if (!fact.isTrait())
				assertThat(facts.has(fact.code())).as(fact.code()).isTrue();
		assertThat(facts.at("/content/items/enum")).hasSize(Fact.TRAITS.size());
		assertThat(site.visitor().get("/api").body()).contains("/api/v1/advice", "existingRelation");
	}

	private JsonNode ask(String policy, Map<String, ?> situation) {
		return send(Map.of("policy", policy, "situation", situation), 200);
	}

	private JsonNode send(Map<String, ?> question, int status) {
		var answer = site.visitor().send("POST", "/api/v1/advice", JSON.writeValueAsString(question),
				Map.of("Content-Type", "application/json"));
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		return JSON.readTree(answer.body());
	}

	private static List<String> clauses(JsonNode answer, String layer) {
		return answer.path("layers").values().stream().filter(each -> each.path("layer").asString().equals(layer))
				.flatMap(each -> each.path("reasons").values().stream()).map(reason -> reason.path("clause").asString("")).toList();
	}

	private static List<String> texts(JsonNode array) {
		return array.values().stream().map(JsonNode::asString).toList();
	}
}
