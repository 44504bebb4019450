package nl.plaatsbaar.policy.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.policy.Policies;
import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Outcome;
import nl.plaatsbaar.rules.Platform;
import nl.plaatsbaar.rules.Situation;
import nl.plaatsbaar.rules.UnreadableSituation;
import nl.plaatsbaar.rules.Value;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import tools.jackson.databind.json.JsonMapper;

/** The API told twice: a page for people, and OpenAPI 3.1 for programs. Both are made from the vocabulary, so they cannot drift from it. */
@Controller
@Admits(everyone = true)
class ApiPages {

	private static final Map<String, Object> EXAMPLE = ordered("actor", "employee", "act", "connect", "counterpart", "parent", "account",
			"private");

	record FactRow(String name, String values, String presumed) {}

	private final Desks desks;
	private final Policies policies;
	private final JsonMapper json;
	private final Clock clock;

	ApiPages(Desks desks, Policies policies, JsonMapper json, Clock clock) {
		this.desks = desks;
		this.policies = policies;
		this.json = json;
		this.clock = clock;
	}

	@GetMapping("/api")
	String page(Model page) throws UnreadableSituation {
		var desk = desks.ofPolicy(policies.examples().getFirst().policy(), LocalDate.now(clock)).orElseThrow();
		page.addAttribute("ask", "POST /api/v1/advice\nContent-Type: application/json\n\n"
				+ pretty(ordered("policy", desk.policyId(), "situation", EXAMPLE)));
		page.addAttribute("answer", pretty(Advice.of(desk, Situation.read(EXAMPLE, name -> desk.place(name).map(Value::code)))));
		page.addAttribute("mistake",
				pretty(ordered("type", "/api#mistakes", "title", "This question cannot be read", "status", 400, "field",
						"situation.actor", "value", "teacher", "allowed", Fact.ACTOR.options().stream().map(Value::code).toList())));
		page.addAttribute("facts", facts());
		page.addAttribute("platforms", desk.platforms().stream().map(Platform::id).collect(Collectors.joining(", ")));
		page.addAttribute("policies", String.join(", ", desks.policyIds()));
		page.addAttribute("schools", String.join(", ", desks.schoolIds()));
		return "advice/api";
	}

	private static List<FactRow> facts() {
		var content = new FactRow(Situation.CONTENT, Fact.TRAITS.stream().map(Fact::code).collect(Collectors.joining(", ", "[", "]")), "");
		return Stream.concat(Stream.of(Fact.values()).filter(fact -> !fact.isTrait()).map(ApiPages::row), Stream.of(content)).toList();
	}

	private static FactRow row(Fact fact) {
		return new FactRow(fact.code(),
				fact.isYesNo() ? "true, false" : fact.options().stream().map(Value::code).collect(Collectors.joining(", ")),
				fact.presumed().map(value -> fact.isYesNo() ? String.valueOf(value.equals(fact.yes())) : value.code()).orElse(""));
	}

	@ResponseBody
	@GetMapping(path = "/v3/api-docs", produces = "application/json")
	Map<String, Object> description() {
		return ordered("openapi", "3.1.0", "info",
				ordered("title", "Plaatsbaar", "version", "1", "description", "May this be posted? The answer with the article behind it.",
						"license",
						ordered("name", "EUPL-1.2", "identifier", "EUPL-1.2")),
				"paths", ordered("/api/v1/advice", ordered("post", advice())), "components",
				ordered("schemas", ordered("Situation", situation(), "Advice",
						answer(), "Problem", problem())));
	}

	private Map<String, Object> advice() {
		var question = ordered("type", "object", "additionalProperties", false, "required", List.of("situation"), "properties",
				ordered("policy",
						ordered("type", "string", "description", "id of a policy; or name a school", "examples", desks.policyIds()),
						"school",
						ordered("type", "string", "description", "slug or id of a school"), "on",
						ordered("type", "string", "format", "date", "description", "the day it is asked for; today when absent"),
						"situation", ref("Situation")));
		return ordered("operationId", "advise", "summary", "May this be posted?", "security", List.of(), "requestBody",
				ordered("required", true, "content",
						content("application/json", question, ordered("policy", "osvs-2025", "situation", EXAMPLE))),
				"responses",
				ordered("200",
						ordered("description", "The answer, layer by layer", "content", content("application/json", ref("Advice"), null)),
						"400",
						ordered("description", "Which field cannot be read, and what is allowed", "content",
								content("application/problem+json", ref("Problem"), null))));
	}

	private static Map<String, Object> situation() {
		var facts = new LinkedHashMap<String, Object>();
		for (var fact : Fact.values())
			if (fact == Fact.PLACE)
				facts.put(fact.code(),
						ordered("type", "string", "description", "id of a platform of the register, or a kind of place", "examples",
								fact.options().stream().map(Value::code).toList()));
			else if (!fact.isTrait())
				facts.put(fact.code(),
						fact.isYesNo()
								? ordered("type", "boolean")
								: ordered("type", "string", "enum", fact.options().stream().map(Value::code).toList()));
		facts.put(Situation.CONTENT, ordered("type", "array", "description", "what is there; the traits left out are not there", "items",
				ordered("type", "string", "enum", Fact.TRAITS.stream().map(Fact::code).toList())));
		return ordered("type", "object", "description", "What is known. A fact that is absent is unknown, not false.", "properties", facts);
	}

	private static Map<String, Object> answer() {
		var verdict = ordered("type", "string", "enum", Stream.of(Outcome.values()).map(Enum::name).toList());
		var texts = ordered("type", "array", "items", ordered("type", "string"));
		var ground = object("clause", "article", "sentence", "version", "reading", "effect");
		var duty = object("kind", "clause", "article", "sentence", "readyText");
		return ordered("type", "object", "properties",
				ordered("verdict", verdict, "layers",
						list(ordered("type", "object", "properties",
								ordered("layer", ordered("type", "string", "enum", List.of("LAW", "POLICY", "SCHOOL")), "policy",
										ordered("type", "string"), "verdict", verdict,
										"reasons", list(ground)))),
						"duties", list(duty), "permissionFrom", texts, "tell", texts, "questions", texts, "assumed",
						ordered("type", "object"), "instead", texts,
						"notEncoded", list(object("policy", "article", "sentence", "reason"))));
	}

	private static Map<String, Object> problem() {
		return ordered("type", "object", "properties",
				ordered("type", ordered("type", "string"), "title", ordered("type", "string"), "status",
						ordered("type", "integer"), "detail", ordered("type", "string"), "field", ordered("type", "string"), "value",
						ordered(), "allowed",
						list(ordered("type", "string"))));
	}

	private static Map<String, Object> object(String... texts) {
		var properties = new LinkedHashMap<String, Object>();
		for (var text : texts)
			properties.put(text, ordered("type", List.of("string", "null")));
		return ordered("type", "object", "properties", properties);
	}

	private static Map<String, Object> list(Object items) {
		return ordered("type", "array", "items", items);
	}

	private static Map<String, Object> ref(String schema) {
		return ordered("$ref", "#/components/schemas/" + schema);
	}

	private static Map<String, Object> content(String type, Object schema, @Nullable Object example) {
		return ordered(type, example == null ? ordered("schema", schema) : ordered("schema", schema, "example", example));
	}

	private static Map<String, Object> ordered(Object... pairs) {
		var map = new LinkedHashMap<String, Object>();
		for (int i = 0; i < pairs.length; i += 2)
			map.put((String) pairs[i], pairs[i + 1]);
		return map;
	}

	private String pretty(Object value) {
		return json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
	}
}
