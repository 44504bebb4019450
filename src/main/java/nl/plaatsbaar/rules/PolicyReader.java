package nl.plaatsbaar.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.plaatsbaar.rules.PolicyFile.Adoption;
import nl.plaatsbaar.rules.PolicyFile.Article;
import nl.plaatsbaar.rules.PolicyFile.Case;
import nl.plaatsbaar.rules.PolicyFile.Condition;
import nl.plaatsbaar.rules.PolicyFile.GapRule;
import nl.plaatsbaar.rules.PolicyFile.Kind;
import nl.plaatsbaar.rules.PolicyFile.NotEncoded;
import nl.plaatsbaar.rules.PolicyFile.Rule;
import nl.plaatsbaar.rules.PolicyFile.Scope;
import nl.plaatsbaar.rules.PolicyFile.Term;
import nl.plaatsbaar.rules.UnreadablePolicy.Problem;
import nl.plaatsbaar.rules.YamlTree.Entries;
import nl.plaatsbaar.rules.YamlTree.Items;
import nl.plaatsbaar.rules.YamlTree.Node;
import nl.plaatsbaar.rules.YamlTree.Scalar;

import org.jspecify.annotations.Nullable;

/** Reads a policy file from top to bottom and collects everything that is wrong, so that its author can mend it all at once. */
final class PolicyReader {

	private static final String OPENNESS = "openheid";
	private static final String ANY_OF = "een-van";
	private static final String CONTENT = "inhoud";
	/** Rules of the law have ids of their own: no list of clauses holds them. */
	private static final String OF_THE_LAW = "LAW-";

	private static final Map<String, List<String>> PLACES_OF_OPENNESS = Map.of("openbaar", List.of("public-network", "website"),
			"semi-openbaar", List.of("semi-public-network"), "besloten", List.of("closed-group", "album", "school-system"), "direct",
			List.of("messenger", "email"));

	private final List<Problem> problems = new ArrayList<>();

	PolicyFile read(String yaml) throws UnreadablePolicy {
		var policy = policy(group(YamlTree.read(yaml), "Het bestand", "beleid", "titel", "citeertitel", "laag", "versie", "geldig-tot",
				"evaluatie", "eigenaar", "organisatie", "doelgroepen", "bron", "opmerking", "vaststelling", "publicatie", "begrippen",
				"reikwijdte", "leemte", "artikelen", "gevallen"));
		if (problems.isEmpty())
			problems.addAll(new PolicyChecks(policy).problems());
		if (!problems.isEmpty())
			throw new UnreadablePolicy(problems);
		return policy;
	}

	private PolicyFile policy(Group file) {
		return new PolicyFile(file.matching("beleid", "[a-z0-9][a-z0-9-]*", "kleine letters, cijfers en streepjes, zoals `osvs-2025`"),
				file.text("titel"), file.textOrNull("citeertitel"),
				file.word("laag", Layer::ofWord, words(Layer.values(), Layer::word)).orElse(Layer.POLICY),
				file.parsed("versie", LocalDate::parse, "een datum, zoals 2025-02-01").orElse(LocalDate.EPOCH),
				file.parsedOrNull("geldig-tot", LocalDate::parse, "een datum, zoals 2027-02-01"),
				file.parsedOrNull("evaluatie", Period::parse, "een periode, zoals P2Y (twee jaar) of P6M (zes maanden)"),
				file.textOrNull("eigenaar"), file.textOrNull("organisatie"), file.texts("doelgroepen"), file.textOrNull("bron"),
				file.textOrNull("opmerking"), file.each("vaststelling", this::adoption), file.texts("publicatie"),
				file.each("begrippen", this::term), file.one("reikwijdte", this::scope), file.one("leemte", this::gap),
				file.each("artikelen", this::article), file.each("gevallen", this::scenario));
	}

	private Adoption adoption(Node node) {
		var step = group(node, "Een stap van de vaststelling", "orgaan", "soort", "op");
		var on = step.parsed("op", PolicyReader::dayOrMonth, "een datum (2024-12-17) of een maand (2015-06)").orElse(LocalDate.EPOCH);
		return new Adoption(step.text("orgaan"), step.text("soort"), on, node.line());
	}

	private static Temporal dayOrMonth(String text) {
		return text.length() == 7 ? YearMonth.parse(text) : LocalDate.parse(text);
	}

	private Term term(Node node) {
		var term = group(node, "Een begrip", "woord", "omvat", "artikel", "uitleg");
		return new Term(term.text("woord"), covers(term), term.textOrNull("artikel"), term.textOrNull("uitleg"), node.line());
	}

	private List<Value> covers(Group term) {
		var all = Fact.ALL.stream().filter(fact -> !fact.isYesNo()).flatMap(fact -> fact.options().stream()).toList();
		return term.scalars("omvat").stream().flatMap(word -> {
			var found = all.stream().filter(value -> value.word().equals(word.text())).findFirst();
			if (found.isEmpty())
				problem(word, unknown("`omvat`", word.text(), all.stream().map(Value::word).distinct().toList()));
			return found.stream();
		}).toList();
	}

	private Scope scope(Node node) {
		var scope = group(node, "De reikwijdte", "artikel", "zin", "als", "buiten", "buiten-artikel");
		return new Scope(scope.text("artikel"), scope.text("zin"), condition(scope), scope.textOrNull("buiten"),
				scope.textOrNull("buiten-artikel"), node.line());
	}

	private GapRule gap(Node node) {
		var gap = group(node, "De leemte", "artikel", "zin", "wie");
		return new GapRule(gap.text("artikel"), gap.text("zin"), authorities(gap, "wie"), node.line());
	}

	private Article article(Node node) {
		var article = group(node, "Een artikel", "nr", "eigen-nummer", "kop", "voor", "clausules", "soort", "tekst", "regels",
				"niet-gecodeerd");
		var number = article.matching("nr", Article.NUMBER,
				"letters, cijfers, punten en streepjes, zoals `IV.medewerkers.3`");
		var clauses = article.texts("clausules");
		return new Article(number, article.yes("eigen-nummer"), article.textOrNull("kop"), audience(article), clauses,
				article.has("soort") ? article.word("soort", Kind::ofWord, words(Kind.values(), Kind::word)).orElse(Kind.RULE) : Kind.RULE,
				article.text("tekst").strip(), article.each("regels", rule -> rule(rule, number, clauses)),
				article.each("niet-gecodeerd", this::notEncoded), node.line());
	}

	private List<Value> audience(Group article) {
		return article.scalars("voor").stream().flatMap(word -> value(Fact.ACTOR, word).stream()).toList();
	}

	private NotEncoded notEncoded(Node node) {
		var sentence = group(node, "Een zin die niet is gecodeerd", "zin", "reden");
		return new NotEncoded(sentence.text("zin"), sentence.text("reden"), node.line());
	}

	private Rule rule(Node node, String article, List<String> clauses) {
		var rule = group(node, "Een regel", "id", "clausule", "zin", "oordeel", "als", "tenzij", "van", "bij", "wie-weegt", "gaat-voor",
				"wel", "uitleg", "kant-en-klaar");
		var clause = clause(rule, node, clauses);
		var effect = rule.word("oordeel", Effect::ofWord, effectWords()).orElse(Effect.FORBIDDEN);
		return rule(rule, node, article, clause, effect);
	}

	private @Nullable String clause(Group rule, Node node, List<String> clauses) {
		var clause = rule.textOrNull("clausule");
		if (clause == null && clauses.size() > 1)
			problem(node, "Het artikel heeft meer clausules. Zeg met `clausule` welke dit is: " + String.join(", ", clauses) + ".");
		if (clause != null && !clauses.contains(clause) && !clause.startsWith(OF_THE_LAW))
			problem(node, clauses.isEmpty()
					? "De clausule `%s` staat niet bij het artikel. Zet haar daar onder `clausules`.".formatted(clause)
					: unknown("`clausule`", clause, clauses));
		return clause == null && clauses.size() == 1 ? clauses.getFirst() : clause;
	}

	private Rule exception(Node node, String of, @Nullable String clause) {
		var exception = group(node, "Een uitzondering", "id", "clausule", "zin", "dan", "als", "tenzij", "van", "bij", "wie-weegt",
				"gaat-voor", "wel", "uitleg", "kant-en-klaar");
		var own = exception.textOrNull("clausule");
		var effect = exception.has("dan")
				? exception.word("dan", Effect::ofWord, effectWords()).orElse(Effect.FORBIDDEN)
				: Effect.EXEMPTION;
		return rule(exception, node, of, own == null ? clause : own, effect);
	}

	private Rule rule(Group rule, Node node, String parent, @Nullable String clause, Effect effect) {
		var id = parent + "/" + rule.matching("id", "[a-z0-9][a-z0-9-]*", "kleine letters, cijfers en streepjes, zoals `kenden-elkaar`");
		return new Rule(id, clause, rule.text("zin"), effect, condition(rule),
				rule.each("tenzij", exception -> exception(exception, id, clause)), authorities(rule, node, effect),
				rule.texts("gaat-voor"), rule.textOrNull("wel"), rule.textOrNull("kant-en-klaar"), rule.textOrNull("uitleg"), node.line());
	}

	private List<Authority> authorities(Group rule, Node node, Effect effect) {
		var key = switch (effect) {
			case PERMISSION_NEEDED -> "van";
			case TELL -> "bij";
			case JUDGEMENT -> "wie-weegt";
			case FORBIDDEN, ALLOWED, DUTY, WARNING, EXEMPTION, OUT_OF_SCOPE, GAP -> "";
		};
		Stream.of("van", "bij", "wie-weegt").filter(other -> rule.has(other) && !other.equals(key))
				.forEach(other -> problem(node, "`%s` hoort niet bij `%s`.".formatted(other, effect.word())));
		if (key.isEmpty())
			return List.of();
		var named = authorities(rule, key);
		if (!rule.has(key) && effect != Effect.JUDGEMENT)
			problem(node, "`%s` vraagt om `%s`: %s. Kies uit: %s.".formatted(effect.word(), key,
					effect == Effect.TELL ? "bij wie meld je het" : "wie geeft toestemming", words(Authority.values(), Authority::word)));
		return named;
	}

	private List<Authority> authorities(Group group, String key) {
		return group.scalars(key).stream().flatMap(word -> {
			var found = Authority.ofWord(word.text());
			if (found.isEmpty())
				problem(word, unknown("`" + key + "`", word.text(), words(Authority.values(), Authority::word)));
			return found.stream();
		}).distinct().toList();
	}

	private Condition condition(Group rule) {
		var node = rule.node("als");
		var values = new EnumMap<Fact, List<Value>>(Fact.class);
		List<Fact> anyOf = List.of();
		if (node == null) {
			problem(rule.at(),
					rule.what() + " heeft geen `als`. Een regel die altijd geldt bestaat niet: zeg in elk geval `wie` of `doet`.");
			return new Condition(values, anyOf);
		}
		var facts = group(node, "`als`", conditionWords());
		for (var entry : facts.entries().entrySet())
			switch (entry.getKey()) {
				case ANY_OF -> anyOf = anyOf(facts);
				case OPENNESS -> merge(values, Fact.PLACE, places(facts), node);
				default -> Fact.ofWord(entry.getKey()).ifPresent(fact -> merge(values, fact, values(fact, facts), node));
			}
		if (facts.entries().isEmpty())
			problem(node, "`als` is leeg. Zeg in elk geval `wie` of `doet`.");
		return new Condition(values, anyOf);
	}

	private static String[] conditionWords() {
		return Stream.concat(Fact.ALL.stream().map(Fact::word), Stream.of(OPENNESS, ANY_OF)).toArray(String[]::new);
	}

	private void merge(Map<Fact, List<Value>> values, Fact fact, List<Value> more, Node node) {
		if (values.put(fact, more) != null)
			problem(node, "`openheid` is een korte vorm van `waar`: gebruik er één van.");
	}

	private List<Value> values(Fact fact, Group facts) {
		var found = facts.scalars(fact.word()).stream().flatMap(word -> value(fact, word).stream()).distinct().toList();
		if (found.size() == fact.options().size())
			problem(facts.at(), "Bij `%s` staan alle waarden; dan doet het er niet toe. Laat het weg.".formatted(fact.word()));
		return found;
	}

	private List<Value> places(Group facts) {
		return facts.scalars(OPENNESS).stream().flatMap(word -> {
			var places = PLACES_OF_OPENNESS.get(word.text());
			if (places == null)
				problem(word, unknown("`openheid`", word.text(), List.of("openbaar", "semi-openbaar", "besloten", "direct")));
			return places == null ? Stream.<String>empty() : places.stream();
		}).distinct().map(code -> Fact.PLACE.optionOfCode(code).orElseThrow()).toList();
	}

	private List<Fact> anyOf(Group facts) {
		var yesNo = Fact.ALL.stream().filter(Fact::isYesNo).map(Fact::word).toList();
		var named = facts.scalars(ANY_OF).stream().flatMap(word -> {
			var found = Fact.ofWord(word.text()).filter(Fact::isYesNo);
			if (found.isEmpty())
				problem(word, unknown("`een-van`", word.text(), yesNo));
			return found.stream();
		}).distinct().toList();
		for (var fact : named)
			if (facts.has(fact.word()))
				problem(facts.at(), "`%s` staat in `een-van` én apart. Kies één van de twee.".formatted(fact.word()));
		return named;
	}

	private Optional<Value> value(Fact fact, Scalar word) {
		var found = fact.optionOfWord(word.text());
		if (found.isEmpty())
			problem(word, unknown("`" + fact.word() + "`", word.text(), fact.options().stream().map(Value::word).toList()));
		return found;
	}

	private Case scenario(Node node) {
		var scenario = group(node, "Een geval", "dat", "als", "dan", "op-grond-van");
		return new Case(scenario.text("dat"), facts(scenario),
				scenario.word("dan", Outcome::ofWord, words(Outcome.values(), Outcome::word)).orElse(Outcome.NOT_REGULATED),
				scenario.texts("op-grond-van"), node.line());
	}

	private Facts facts(Group scenario) {
		var node = scenario.node("als");
		if (node == null) {
			problem(scenario.at(), "Een geval heeft `als` nodig: wat is er aan de hand?");
			return Facts.NONE;
		}
		var told = group(node, "`als`",
				Stream.concat(Fact.ALL.stream().map(Fact::word), Stream.of(OPENNESS, CONTENT)).toArray(String[]::new));
		var facts = told.has(CONTENT) ? Facts.NONE.withContent(content(told)) : Facts.NONE;
		for (var word : told.entries().keySet()) {
			var values = word.equals(OPENNESS)
					? places(told)
					: Fact.ofWord(word).map(fact -> values(fact, told)).orElse(List.of());
			if (values.size() > 1)
				problem(told.at(), "In een geval heeft `%s` één waarde.".formatted(word));
			else if (!values.isEmpty())
				facts = facts.with(values.getFirst());
		}
		return facts;
	}

	private Set<Fact> content(Group told) {
		var traits = Fact.TRAITS.stream().map(Fact::word).toList();
		return told.scalars(CONTENT).stream().flatMap(word -> {
			var found = Fact.ofWord(word.text()).filter(Fact::isTrait);
			if (found.isEmpty())
				problem(word, unknown("`inhoud`", word.text(), traits));
			return found.stream();
		}).collect(Collectors.toSet());
	}

	private static List<String> effectWords() {
		return Stream.of(Effect.values()).filter(effect -> Effect.ofWord(effect.word()).isPresent()).map(Effect::word).toList();
	}

	private static <T> List<String> words(T[] all, Function<T, String> word) {
		return Stream.of(all).map(word).toList();
	}

	private void problem(Node at, String message) {
		problems.add(new Problem(at.line(), at.column(), message));
	}

	private static String unknown(String where, String word, Collection<String> allowed) {
		var near = nearest(word, allowed).map(w -> " Bedoel je `" + w + "`?").orElse("");
		return "%s kent `%s` niet.%s Het kan zijn: %s.".formatted(where, shorten(word), near, String.join(", ", allowed));
	}

	static Optional<String> nearest(String word, Collection<String> allowed) {
		if (word.length() > 60)
			return Optional.empty();
		return allowed.stream().filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 3))
				.min((a, b) -> Integer.compare(distance(word, a), distance(word, b)));
	}

	private static int distance(String a, String b) {
		var above = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++)
			above[j] = j;
		for (int i = 1; i <= a.length(); i++) {
			int diagonal = above[0];
			above[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
				diagonal = above[j];
				above[j] = Math.min(change, 1 + Math.min(above[j], above[j - 1]));
			}
		}
		return above[b.length()];
	}

	private static String shorten(String text) {
		return text.length() <= 40 ? text : text.substring(0, 40) + "…";
	}

	private Group group(Node node, String what, String... keys) {
		var allowed = List.of(keys);
		var entries = new LinkedHashMap<String, Node>();
		if (!(node instanceof Entries group)) {
			problem(node, "%s is een groep van `woord: waarde`.".formatted(what));
			return new Group(node, what, entries, false);
		}
		for (var entry : group.entries()) {
			var key = entry.key().text();
			if (!allowed.contains(key))
				problem(entry.key(), unknown(what, key, allowed));
			else if (entries.put(key, entry.value()) != null)
				problem(entry.key(), "`%s` staat er twee keer.".formatted(key));
		}
		return new Group(node, what, entries, true);
	}

	/** The entries of one group of the file; what is missing is only told when the group itself could be read. */
	private final class Group {

		private final Node at;
		private final String what;
		private final Map<String, Node> entries;
		private final boolean readable;

		Group(Node at, String what, Map<String, Node> entries, boolean readable) {
			this.at = at;
			this.what = what;
			this.entries = entries;
			this.readable = readable;
		}

		Node at() {
			return at;
		}

		String what() {
			return what;
		}

		Map<String, Node> entries() {
			return entries;
		}

		boolean has(String key) {
			return entries.containsKey(key);
		}

		@Nullable
		Node node(String key) {
			return entries.get(key);
		}

		String text(String key) {
			var text = textOrNull(key);
			if (text == null && readable && !has(key))
				problem(at, "%s heeft `%s` nodig.".formatted(what, key));
			return text == null ? "" : text;
		}

		@Nullable
		String textOrNull(String key) {
			var node = entries.get(key);
			if (node == null)
				return null;
			if (node instanceof Scalar scalar && !scalar.text().isBlank())
				return scalar.text().strip();
			problem(node, "Bij `%s` hoort een tekst.".formatted(key));
			return null;
		}

		String matching(String key, String pattern, String allowed) {
			var text = text(key);
			if (!text.isEmpty() && !text.matches(pattern))
				problem(entries.getOrDefault(key, at),
						"`%s` kan niet `%s` zijn; het bestaat uit %s.".formatted(key, shorten(text), allowed));
			return text;
		}

		boolean yes(String key) {
			var text = textOrNull(key);
			if (text != null && !text.equals("ja") && !text.equals("nee"))
				problem(entries.getOrDefault(key, at), unknown("`" + key + "`", text, List.of("ja", "nee")));
			return "ja".equals(text);
		}

		<T> Optional<T> word(String key, Function<String, Optional<T>> known, List<String> allowed) {
			var text = text(key);
			if (text.isEmpty())
				return Optional.empty();
			var found = known.apply(text);
			if (found.isEmpty())
				problem(entries.getOrDefault(key, at), unknown("`" + key + "`", text, allowed));
			return found;
		}

		<T> Optional<T> parsed(String key, Function<String, T> parser, String allowed) {
			var text = text(key);
			return text.isEmpty() ? Optional.empty() : Optional.ofNullable(parsedOrNull(key, parser, allowed));
		}

		<T> @Nullable T parsedOrNull(String key, Function<String, T> parser, String allowed) {
			var text = textOrNull(key);
			if (text == null)
				return null;
			try {
				return parser.apply(text);
			} catch (DateTimeException unclear) {
				problem(entries.getOrDefault(key, at), "`%s` kan niet `%s` zijn; het is %s.".formatted(key, shorten(text), allowed));
				return null;
			}
		}

		/** One word or a list of words. */
		List<Scalar> scalars(String key) {
			var node = entries.get(key);
			return switch (node) {
				case null -> List.of();
				case Scalar one -> List.of(one);
				case Items items -> items.nodes().stream().flatMap(item -> scalar(key, item)).toList();
				case Entries _ -> scalar(key, node).toList();
			};
		}

		private Stream<Scalar> scalar(String key, Node node) {
			if (node instanceof Scalar scalar && !scalar.text().isBlank())
				return Stream.of(scalar);
			problem(node, "Bij `%s` hoort een woord, of een lijst van woorden.".formatted(key));
			return Stream.empty();
		}

		List<String> texts(String key) {
			return scalars(key).stream().map(scalar -> scalar.text().strip()).toList();
		}

		<T> @Nullable T one(String key, Function<Node, T> reader) {
			var node = entries.get(key);
			return node == null ? null : reader.apply(node);
		}

		<T> List<T> each(String key, Function<Node, T> reader) {
			var node = entries.get(key);
			if (node == null)
				return List.of();
			if (node instanceof Items items)
				return items.nodes().stream().map(reader).toList();
			problem(node, "Bij `%s` hoort een lijst: elk onderdeel begint met een streepje.".formatted(key));
			return List.of();
		}
	}
}
