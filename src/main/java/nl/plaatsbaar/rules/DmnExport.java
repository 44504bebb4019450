package nl.plaatsbaar.rules;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A policy as DMN 1.3: one decision table with a row for each box of each rule (hit policy COLLECT), and one decision that takes the
 * strictest. It speaks of situations in which every fact is known; the table has a column only for the facts that the policy uses.
 */
@SuppressWarnings("EnumOrdinal") // the order of the values is their place in the bits
public final class DmnExport {

	private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

	/** What a row says when the situation is inside the policy's scope. */
	static final String INSIDE = "binnen-reikwijdte";

	private final PolicyFile policy;
	private final List<Entry> entries;
	private final List<Fact> facts;
	private final Xml xml;

	private DmnExport(PolicyFile policy) {
		this.policy = policy;
		entries = Entry.of(policy, new Reach(policy), 0);
		facts = Fact.ALL.stream().filter(fact -> entries.stream().flatMap(entry -> entry.region().boxes().stream())
				.anyMatch(box -> !box.leavesOpen(fact))).toList();
		xml = new Xml(DMN, "definitions", "id", "definitions", "name", policy.title(), "namespace",
				"urn:plaatsbaar:policy:%s:%s".formatted(policy.id(), policy.version()));
	}

	/** The DMN file, as XML. */
	public static String write(PolicyFile policy) {
		var export = new DmnExport(policy);
		export.inputs();
		export.rules();
		export.outcome();
		return export.xml.finish();
	}

	/** The name of a fact in the table: a word without hyphens, which would mean minus. */
	static String name(Fact fact) {
		return fact.word().replace('-', '_');
	}

	private void inputs() {
		for (var fact : facts)
			xml.open("inputData", "id", "input_" + name(fact), "name", name(fact))
					.empty("variable", "name", name(fact), "typeRef", type(fact)).close();
	}

	private void rules() {
		xml.open("decision", "id", "regels", "name", "regels").empty("variable", "name", "regels");
		for (var fact : facts)
			xml.open("informationRequirement", "id", "needs_" + name(fact)).empty("requiredInput", "href", "#input_" + name(fact)).close();
		xml.open("decisionTable", "id", "tabel", "hitPolicy", "COLLECT");
		for (var fact : facts) {
			xml.open("input", "id", "column_" + name(fact), "label", fact.word());
			xml.open("inputExpression", "typeRef", type(fact)).text("text", name(fact)).close();
			if (!fact.isYesNo())
				xml.open("inputValues").text("text", cell(fact, (1 << fact.options().size()) - 1)).close();
			xml.close();
		}
		for (var output : List.of("regel", "oordeel", "door"))
			xml.empty("output", "id", "output_" + output, "name", output, "typeRef", "string");
		xml.empty("annotation", "name", "zin");
		int row = 0;
		for (var entry : entries)
			for (var box : entry.region().boxes())
				row(++row, entry, box);
		xml.close().close();
	}

	/** Some engines refuse a row without an id. */
	private void row(int number, Entry entry, Box box) {
		xml.open("rule", "id", "row_" + number);
		for (var fact : facts)
			xml.open("inputEntry").text("text", box.leavesOpen(fact) ? "-" : cell(fact, box.allowed(fact))).close();
		output(entry.isScope() ? INSIDE : entry.id());
		output(entry.isScope() ? INSIDE : entry.effect().word());
		output(entry.authorities().stream().map(Authority::word).collect(Collectors.joining(", ")));
		var sentence = entry.reason() == null ? "" : Sentences.folded(entry.reason().sentence());
		xml.open("annotationEntry").text("text", sentence).close();
		xml.close();
	}

	private void output(String text) {
		xml.open("outputEntry").text("text", quoted(text)).close();
	}

	/** The strictest of what was collected; what is not inside the scope is outside it. */
	private void outcome() {
		var deciding = IntStream.rangeClosed(0, Outcome.ALLOWED.ordinal()).mapToObj(i -> Outcome.values()[i].word())
				.map(word -> "if %s then %s else ".formatted(some(word), quoted(word))).collect(Collectors.joining());
		var silent = policy.scope() == null
				? quoted(Outcome.NOT_REGULATED.word())
				: "if %s then %s else %s".formatted(some(INSIDE), quoted(Outcome.NOT_REGULATED.word()),
						quoted(Outcome.OUT_OF_SCOPE.word()));
		xml.open("decision", "id", "uitkomst", "name", "uitkomst").empty("variable", "name", "uitkomst", "typeRef", "string");
		xml.open("informationRequirement", "id", "needs_regels").empty("requiredDecision", "href", "#regels").close();
		xml.open("literalExpression", "id", "strengste").text("text", deciding + silent).close().close();
	}

	private static String some(String effect) {
		return "count(regels[oordeel = %s]) > 0".formatted(quoted(effect));
	}

	private static String type(Fact fact) {
		return fact.isYesNo() ? "boolean" : "string";
	}

	private static String cell(Fact fact, int allowed) {
		return fact.options().stream().filter(value -> (allowed >>> value.index() & 1) != 0)
				.map(value -> fact.isYesNo() ? String.valueOf(value.equals(fact.yes())) : quoted(value.word()))
				.collect(Collectors.joining(", "));
	}

	private static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}
}
