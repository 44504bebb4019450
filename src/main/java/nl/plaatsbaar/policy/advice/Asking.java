package nl.plaatsbaar.policy.advice;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.Value;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A question in the making: whose rules, what was told so far, and what the asker does not know. It lives in the address of the
 * page, so going back works, and a link opens the same question for somebody else.
 *
 * @param school slug of the school whose rules count; absent when the asker looks at an example policy
 * @param policy id of an example policy; absent when a school's rules count
 * @param unsure facts the asker was asked for and does not know; they stay unknown
 * @param platform the platform chosen by name; the facts only hold what kind of place it is
 */
record Asking(@Nullable String school, @Nullable String policy, Facts facts, Set<Fact> unsure, @Nullable String platform) {

	private static final String CONTENT = "content";
	private static final String WITHOUT = "without";
	private static final String UNSURE = "unsure";
	/** Facts on a list to tick; a form sends only what is ticked, so the rest of the list is a no. */
	private static final String SHOWN = "shown";

	static final Asking NOTHING = new Asking(null, null, Facts.NONE, Set.of(), null);

	Asking {
		var rest = EnumSet.noneOf(Fact.class);
		unsure.stream().filter(fact -> !facts.knows(fact)).forEach(rest::add);
		unsure = rest;
	}

	/** Reads an address. What it does not understand is left out: the page then simply asks again. */
	static Asking read(MultiValueMap<String, String> address, PlatformNames platforms) {
		var facts = Facts.NONE;
		for (var fact : Fact.values())
			if (!fact.isTrait() && fact != Fact.PLACE)
				facts = withCode(facts, fact, address.getFirst(fact.code()));
		var platform = address.getFirst(Fact.PLACE.code());
		if (platform != null)
			facts = platforms.place(platform).map(facts::with).orElse(facts);
		for (var trait : traits(address, WITHOUT))
			facts = facts.with(trait.no());
		for (var trait : traits(address, CONTENT))
			facts = facts.with(trait.yes());
		var shown = listed(address, SHOWN);
		for (var fact : shown)
			if (fact.isYesNo() && !facts.isYes(fact))
				facts = facts.with(fact.no());
		return new Asking(blankToNull(address.getFirst("school")), blankToNull(address.getFirst("policy")), facts,
				listed(address, UNSURE), facts.knows(Fact.PLACE) ? platform : null);
	}

	Asking with(Value value) {
		return new Asking(school, policy, facts.with(value), unsure, value.fact() == Fact.PLACE ? value.code() : platform);
	}

	Asking withFacts(Facts more) {
		var all = facts;
		for (var value : more.values())
			all = all.with(value);
		return new Asking(school, policy, all, unsure, platform);
	}

	Asking onPlatform(String id, Value place) {
		return new Asking(school, policy, facts.with(place), unsure, id);
	}

	/** Forgets these facts, so that they are asked again. */
	Asking without(List<Fact> forgotten) {
		var rest = facts;
		for (var fact : forgotten)
			rest = rest.without(fact);
		var unsureRest = EnumSet.noneOf(Fact.class);
		unsure.stream().filter(fact -> !forgotten.contains(fact)).forEach(unsureRest::add);
		return new Asking(school, policy, rest, unsureRest, forgotten.contains(Fact.PLACE) ? null : platform);
	}

	Asking unsureOf(List<Fact> more) {
		var all = EnumSet.noneOf(Fact.class);
		all.addAll(unsure);
		all.addAll(more);
		return new Asking(school, policy, facts, all, platform);
	}

	public Asking of(@Nullable String otherSchool, @Nullable String otherPolicy) {
		return new Asking(otherSchool, otherPolicy, facts, unsure, platform);
	}

	/** The same question at that desk: a school's rules or an example policy. */
	Asking at(Desk desk) {
		var there = desk.school();
		return there == null ? this : of(there.slug(), null);
	}

	/** What to ask next at that desk; nothing when all that matters is told or not known. */
	Optional<Screen> next(Desk desk) {
		return Screen.next(desk.rules().questions(facts).facts(), facts, unsure);
	}

	boolean isEmpty() {
		return facts.equals(Facts.NONE);
	}

	/** The address of a page about this question. */
	public String address(String path) {
		var uri = UriComponentsBuilder.fromPath(path);
		fields().forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
		return uri.encode().buildAndExpand(fields()).toUriString();
	}

	/** The same as name and value, for the hidden fields of a form. */
	public Map<String, String> fields() {
		var fields = new LinkedHashMap<String, String>();
		if (school != null)
			fields.put("school", school);
		if (policy != null)
			fields.put("policy", policy);
		for (var value : facts.values())
			if (!value.fact().isTrait())
				fields.put(value.fact().code(), value.fact() == Fact.PLACE && platform != null ? platform : value.code());
		put(fields, CONTENT, traits().filter(facts::isYes));
		put(fields, WITHOUT, traits().filter(trait -> facts.has(trait.no())));
		put(fields, UNSURE, unsure.stream());
		return fields;
	}

	private static void put(Map<String, String> fields, String name, Stream<Fact> facts) {
		var codes = facts.map(Fact::code).collect(Collectors.joining("."));
		if (!codes.isEmpty())
			fields.put(name, codes);
	}

	private static Stream<Fact> traits() {
		return Fact.TRAITS.stream();
	}

	private static List<Fact> traits(MultiValueMap<String, String> address, String name) {
		return listed(address, name).stream().filter(Fact::isTrait).toList();
	}

	private static Set<Fact> listed(MultiValueMap<String, String> address, String name) {
		var facts = EnumSet.noneOf(Fact.class);
		address.getOrDefault(name, List.of()).stream().flatMap(codes -> Stream.of(codes.split("[.,]")))
				.flatMap(code -> Fact.ofCode(code).stream()).forEach(facts::add);
		return facts;
	}

	private static Facts withCode(Facts facts, Fact fact, @Nullable String code) {
		return code == null ? facts : fact.optionOfCode(code).map(facts::with).orElse(facts);
	}

	private static @Nullable String blankToNull(@Nullable String text) {
		return text == null || text.isBlank() ? null : text;
	}

	/** What the register knows of a platform's name: the kind of place it is. */
	@FunctionalInterface
	interface PlatformNames {

		Optional<Value> place(String platform);
	}
}
