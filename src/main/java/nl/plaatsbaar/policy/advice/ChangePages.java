package nl.plaatsbaar.policy.advice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.policy.Policies;
import nl.plaatsbaar.policy.PolicyVersion;
import nl.plaatsbaar.rules.Effect;
import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.Impact;
import nl.plaatsbaar.rules.PlainDutch;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.RuleSet;
import nl.plaatsbaar.rules.Value;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * "Wat verandert er?": two versions, or one rule changed in a form, and exactly which situations get another answer; also which
 * questions that people really asked. The law counts on both sides.
 */
@Controller
@Admits({Role.POLICY_OFFICER, Role.EXECUTIVE_DIRECTOR, Role.DAILY_BOARD, Role.SUPERVISORY_BOARD, Role.PRINCIPAL, Role.LEADERSHIP,
	Role.COUNCIL,
	Role.JOINT_COUNCIL, Role.DPO, Role.COACH})
class ChangePages {

	private static final int MOST_PAST = 500;
	private static final int MOST_ROWS = 12;

	/** A version to choose: its key in the address, its name, and the message key of what it is to the board. */
	record Choice(String key, String name, LocalDate from, String kind) {}

	/**
	 * @param share of all changes, in percents
	 * @param stricter absent where one of both says nothing
	 */
	record Row(Impact.Change change, String example, String link, String share, @Nullable Boolean stricter) {}

	record Past(String situation, String was, String becomes, int times) {}

	record Group(Fact fact, List<Tick> ticks) {}

	record Tick(Value value, boolean ticked) {}

	private record Pair(RuleSet before, RuleSet after) {}

	private final Policies policies;
	private final AskedBefore asked;
	private final Clock clock;

	ChangePages(Policies policies, AskedBefore asked, Clock clock) {
		this.policies = policies;
		this.asked = asked;
		this.clock = clock;
	}

	@GetMapping("/wat-verandert")
	String show(@RequestParam MultiValueMap<String, String> address, Actor actor, Model page) {
		var versions = versions(actor);
		page.addAttribute("choices",
				versions.stream().map(version -> new Choice(key(version), version.name(), version.from(), kind(version))).toList());
		page.addAttribute("before", address.getFirst("before"));
		page.addAttribute("after", address.getFirst("after"));
		page.addAttribute("ruleId", address.getFirst("rule"));
		find(versions, address.getFirst("before")).ifPresent(before -> edit(page, before.file(), address));
		page.addAttribute("csv", UriComponentsBuilder.fromPath("/wat-verandert.csv").queryParams(address).encode().toUriString());
		pair(versions, address).ifPresent(pair -> fill(page, pair, actor));
		return "advice/changes";
	}

	@GetMapping("/wat-verandert.csv")
	ResponseEntity<byte[]> csv(@RequestParam MultiValueMap<String, String> address, Actor actor) {
		var lines = new ArrayList<String>(List.of("was;wordt;situaties;voorbeeld"));
		pair(versions(actor), address).ifPresent(pair -> Impact.between(pair.before(), pair.after()).changes()
				.forEach(change -> lines.add("%s;%s;%d;%s".formatted(change.before(), change.after(), change.situations(),
						quoted(PlainDutch.describe(change.example()))))));
		return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
				.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"wat-verandert.csv\"")
				.body(("\uFEFF" + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
	}

	private void fill(Model page, Pair pair, Actor actor) {
		var impact = Impact.between(pair.before(), pair.after());
		page.addAttribute("impact", impact);
		page.addAttribute("percent", percent(impact.changed(), impact.total()));
		page.addAttribute("rows", impact.changes().stream().limit(MOST_ROWS).map(change -> row(change, impact, pair)).toList());
		page.addAttribute("more", Math.max(0, impact.changes().size() - MOST_ROWS));
		page.addAttribute("past", past(pair, actor));
	}

	private static Row row(Impact.Change change, Impact impact, Pair pair) {
		var example = essence(change.example(), pair);
		var link = new Asking(null, null, example, Set.of(), null).address("/vergelijk");
		boolean comparable = change.before().decides() && change.after().decides();
		return new Row(change, PlainDutch.describe(example), link, percent(change.situations(), impact.changed()),
				comparable ? change.after().compareTo(change.before()) < 0 : null);
	}

	/** The example with only the facts that make the difference: a person reads ten words, not eighty. */
	private static Facts essence(Facts example, Pair pair) {
		var was = pair.before().judge(example).outcome();
		var becomes = pair.after().judge(example).outcome();
		var essence = example;
		for (var fact : List.of(Fact.values()).reversed()) {
			var without = essence.without(fact);
			if (pair.before().judge(without).outcome() == was && pair.after().judge(without).outcome() == becomes)
				essence = without;
		}
		return essence;
	}

	private static String percent(long part, long whole) {
		long percent = whole == 0 ? 0 : Math.round(100.0 * part / whole);
		return percent == 0 && part > 0 ? "< 1" : String.valueOf(percent);
	}

	private List<Past> past(Pair pair, Actor actor) {
		return asked.most(actor.board(), MOST_PAST, LocalDate.now(clock)).stream().flatMap(question -> {
			var was = pair.before().judge(question.facts());
			var becomes = pair.after().judge(question.facts());
			return was.outcome() == becomes.outcome()
					? Stream.empty()
					: Stream.of(new Past(PlainDutch.describe(question.facts()), AnswerPages.word(was), AnswerPages.word(becomes),
							question.times()));
		}).toList();
	}

	private Optional<Pair> pair(List<PolicyVersion> versions, MultiValueMap<String, String> address) {
		var before = find(versions, address.getFirst("before"));
		if (before.isEmpty())
			return Optional.empty();
		var changed = before.get().file().rule(String.valueOf(address.getFirst("rule")));
		var after = changed.isPresent() && address.containsKey("edited")
				? Optional.of(Amended.of(before.get().file(), changed.get(), address))
				: find(versions, address.getFirst("after")).map(PolicyVersion::file);
		return after.map(file -> new Pair(withLaw(before.get().file()), withLaw(file)));
	}

	private RuleSet withLaw(PolicyFile policy) {
		return policies.law(LocalDate.now(clock)).map(law -> RuleSet.of(law.file(), policy)).orElseGet(() -> RuleSet.of(policy));
	}

	private static void edit(Model page, PolicyFile policy, MultiValueMap<String, String> address) {
		page.addAttribute("rules", policy.articles().stream().flatMap(article -> article.rules().stream()).toList());
		page.addAttribute("effects", List.of(Effect.FORBIDDEN, Effect.PERMISSION_NEEDED, Effect.JUDGEMENT, Effect.ALLOWED));
		policy.rule(String.valueOf(address.getFirst("rule"))).ifPresent(rule -> {
			page.addAttribute("rule", rule);
			page.addAttribute("ruleSentence", PlainDutch.sentence(rule));
			page.addAttribute("groups", rule.when().values().keySet().stream().map(fact -> group(fact, rule, address)).toList());
			page.addAttribute("form", address);
		});
	}

	private static Group group(Fact fact, PolicyFile.Rule rule, MultiValueMap<String, String> address) {
		var chosen = address.containsKey("edited")
				? fact.options().stream().filter(option -> address.getOrDefault("if." + fact.code(), List.of()).contains(option.code()))
						.toList()
				: rule.when().values().getOrDefault(fact, List.of());
		return new Group(fact, fact.options().stream().map(option -> new Tick(option, chosen.contains(option))).toList());
	}

	/** What the board is writing, what it adopted, and the examples. */
	private List<PolicyVersion> versions(Actor actor) {
		return Stream.of(policies.drafts(actor.board()), policies.versions(actor.board()).reversed(), policies.examples())
				.flatMap(List::stream).toList();
	}

	private static Optional<PolicyVersion> find(List<PolicyVersion> versions, @Nullable String key) {
		return versions.stream().filter(version -> key(version).equals(key)).findFirst();
	}

	private static String key(PolicyVersion version) {
		return version.id() == null ? version.policy() : String.valueOf(version.id());
	}

	private static String kind(PolicyVersion version) {
		return "changes.kind." + (version.id() == null ? "example" : version.adoptedAt() == null ? "draft" : "own");
	}

	private static String quoted(String text) {
		return '"' + text.replace("\"", "\"\"") + '"';
	}
}
