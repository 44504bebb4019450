package nl.plaatsbaar.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** A file that cannot be used is refused with what is wrong, where, and what it can be; nothing else ever happens. */
class PolicyReaderTest {

	private static final String GOOD = """
			beleid: proef
			titel: Proef
			laag: beleid
			versie: 2026-08-01
			vaststelling:
			- { orgaan: GMR, soort: instemming, op: 2026-05 }
			- { orgaan: College van Bestuur, soort: vastgesteld, op: 2026-06-01 }
			artikelen:
			- nr: medewerkers.1
			  clausules: [A, B]
			  tekst: |
			    Dit mag niet. Dat
			    mag wel.
			  regels:
			  - id: niet
			    clausule: A
			    zin: Dit mag niet
			    oordeel: verboden
			    als: { wie: medewerker, doet: [plaatsen, delen] }
			gevallen:
			- { dat: Iets plaatsen., als: { wie: medewerker, doet: plaatsen }, dan: verboden, op-grond-van: [medewerkers.1/niet] }
			""";

	private static List<String> problems(String yaml) {
		try {
			PolicyFile.read(yaml);
			return List.of();
		} catch (UnreadablePolicy unreadable) {
			return unreadable.problems().stream().map(Object::toString).toList();
		}
	}

	private static String problem(String from, String to) {
		assertThat(GOOD).contains(from);
		return String.join("\n", problems(GOOD.replace(from, to)));
	}

	@Test
	void aGoodFileIsReadWithAllThatIsInIt() throws Exception {
		var policy = PolicyFile.read("\uFEFF" + GOOD);
		assertThat(policy.adoption()).extracting(step -> step.on().toString()).containsExactly("2026-05", "2026-06-01");
		assertThat(policy.rule("medewerkers.1/niet")).hasValueSatisfying(rule -> assertThat(rule.line()).isEqualTo(15));
		assertThat(policy.article("medewerkers.1")).isPresent();
		assertThat(policy.cases()).hasSize(1);
		assertThat(Cases.run(policy)).isEmpty();
	}

	@Test
	void aMisspeltWordIsAnsweredWithTheWordThatWasMeant() {
		assertThat(problem("oordeel:", "ordeel:")).contains("regel 18, kolom 5", "kent `ordeel` niet. Bedoel je `oordeel`?");
		assertThat(problem("oordeel: verboden", "oordeel: verbode")).contains("regel 18, kolom 14", "Bedoel je `verboden`?",
				"toestemming-nodig");
		assertThat(problem("als: { wie: medewerker, doet: [", "als: { wie: medwerker, doet: [")).contains("Bedoel je `medewerker`?",
				"leerling");
		assertThat(problem("als: { wie: medewerker, doet: [", "als: { wi: medewerker, doet: [")).contains("`als` kent `wi` niet",
				"`wie`");
		assertThat(problem("laag: beleid", "laag: stichting")).contains("wet, beleid, school");
	}

	@Test
	void whatIsMissingIsNamed() {
		assertThat(problem("titel: Proef\n", "")).contains("Het bestand heeft `titel` nodig");
		assertThat(problem("    oordeel: verboden\n", "")).contains("Een regel heeft `oordeel` nodig");
		assertThat(problem("    als: { wie: medewerker, doet: [plaatsen, delen] }\n", "")).contains("heeft geen `als`");
		assertThat(problem("    clausule: A\n", "")).contains("meer clausules", "A, B");
		assertThat(problem("oordeel: verboden", "oordeel: toestemming-nodig")).contains("vraagt om `van`", "ouders");
		assertThat(problem("oordeel: verboden", "oordeel: melden")).contains("vraagt om `bij`");
		assertThat(problem("oordeel: verboden", "oordeel: verboden\n    van: ouders")).contains("`van` hoort niet bij `verboden`");
	}

	@Test
	void aDateOrNumberThatIsNoneIsRefused() {
		assertThat(problem("2026-08-01", "1 augustus")).contains("`versie` kan niet `1 augustus` zijn", "2025-02-01");
		assertThat(problem("op: 2026-05 }", "op: mei }")).contains("`op` kan niet `mei` zijn", "2015-06");
		assertThat(problem("versie: 2026-08-01", "versie: 2026-08-01\ngeldig-tot: 2026-01-01")).contains("ligt niet na");
		assertThat(problem("versie: 2026-08-01", "versie: 2026-08-01\nevaluatie: 2 jaar")).contains("P2Y");
		assertThat(problem("beleid: proef", "beleid: Proef!")).contains("kleine letters");
	}

	@Test
	void aCitationCannotDrift() {
		assertThat(problem("zin: Dit mag niet", "zin: Dit mag nooit")).contains("regel 15",
				"staat niet letterlijk in de tekst van artikel medewerkers.1");
		assertThat(problems(GOOD.replace("zin: Dit mag niet", "zin: Dat mag wel"))).as("a line break in the text is white space").isEmpty();
	}

	@Test
	void whatIsReferredToMustExist() {
		assertThat(problem("op-grond-van: [medewerkers.1/niet]", "op-grond-van: [niet]")).contains("Bedoel je `medewerkers.1/niet`?");
		assertThat(problem("oordeel: verboden", "oordeel: verboden\n    gaat-voor: [medewerkers.1/neit]")).contains("bestaat niet",
				"Bedoel je `medewerkers.1/niet`?");
		assertThat(problem("oordeel: verboden", "oordeel: verboden\n    gaat-voor: [medewerkers.1/niet]")).contains("vóór elkaar");
		assertThat(problem("versie: 2026-08-01", "versie: 2026-08-01\nleemte: { artikel: x, zin: Dit, wie: bestuur }"))
				.contains("`x` bestaat niet");
	}

	@Test
	void whatStandsTwiceIsRefused() {
		assertThat(problem("titel: Proef", "titel: Proef\ntitel: Nog een")).contains("`titel` staat er twee keer");
		assertThat(problem("gevallen:", "- { nr: medewerkers.1, tekst: Nog een. }\ngevallen:")).contains("staat er twee keer");
		assertThat(problem("gevallen:", "  - { id: niet, clausule: B, zin: Dat, oordeel: verboden, als: { doet: delen } }\ngevallen:"))
				.contains("`medewerkers.1/niet` bestaat al");
		assertThat(problem("wie: medewerker, doet: [", "een-van: [twijfel], twijfel: ja, doet: [")).contains("`een-van` én apart");
		assertThat(problem("doet: [plaatsen, delen]", "waar: album, openheid: besloten")).contains("korte vorm");
	}

	@Test
	void aCaseHasOneValueForEachFact() {
		assertThat(problem("als: { wie: medewerker, doet: plaatsen }", "als: { wie: [medewerker, ouder], doet: plaatsen }"))
				.contains("één waarde");
		assertThat(problem("als: { wie: medewerker, doet: plaatsen }", "als: { wie: medewerker, doet: plaatsen, inhoud: [foto] }"))
				.contains("`inhoud` kent `foto` niet", "mensen-in-beeld");
	}

	@Test
	void allThatIsWrongIsToldAtOnce() {
		assertThat(problems(GOOD.replace("laag: beleid", "laag: x").replace("oordeel: verboden", "oordeel: y").replace("2026-06-01", "z")))
				.hasSize(3);
	}

	@Test
	void brokenYamlIsToldInDutchWithItsPlace() {
		assertThat(problems("beleid: x\n\ttitel: y")).singleElement().asString().contains("regel 2").containsAnyOf("tab", "opbouw");
		assertThat(problems("beleid: \"x")).singleElement().asString().contains("aanhalingstekens");
		assertThat(problems("beleid: [a, b")).singleElement().asString().contains("kolom");
		assertThat(problems("")).singleElement().asString().contains("leeg");
		assertThat(problems("- a\n- b")).singleElement().asString().contains("groep");
		assertThat(problems("a: b\n---\na: c")).anySatisfy(problem -> assertThat(problem).contains("tweede document"));
		assertThat(problems("a: \u0000")).singleElement().asString().contains("regel");
	}

	@Test
	void aFileMadeToDoHarmIsRefusedToo() {
		assertThat(problems("a: " + "[".repeat(200_000))).singleElement().asString().contains("te diep");
		assertThat(problems("{".repeat(100_000))).hasSize(1);
		assertThat(problems("- ".repeat(100_000))).singleElement().asString().contains("te diep");
		assertThat(problems("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]")).singleElement().asString().contains("Verwijzingen");
		assertThat(problems("x".repeat(1_000_001))).singleElement().asString().contains("te groot");
		assertThat(problems("? [a, b]\n: c")).singleElement().asString().contains("dubbele punt");
		assertThat(problems("beleid: !!java.net.URL [x]")).isNotEmpty();
	}

	@Test
	void aRuleWithExceptionsThatMultiplyWithoutEndIsRefusedAtItsLine() {
		var exceptions = IntStream.range(0, 14)
				.mapToObj(i -> "      - { id: e%d, zin: Dit, als: { %s: ja, %s: ja, wie: [%s], doet: [%s] } }%n".formatted(i,
						Fact.TRAITS.get(i).word(), Fact.TRAITS.get((i * 5 + 3) % 14).word(), Fact.ACTOR.options().get(i % 7).word(),
						Fact.ACT.options().get(i % 10).word()))
				.collect(Collectors.joining());
		var from = "als: { wie: medewerker, doet: [plaatsen, delen] }\n";
		assertThat(problem(from, "als: { schoolgerelateerd: ja }\n    tenzij:\n" + exceptions)).contains("regel 15", "te ingewikkeld");
	}

	@Test
	void aFileWithThousandsOfRulesIsRefused() {
		var rules = IntStream.range(0, 1_200)
				.mapToObj(i -> "  - { id: r%d, clausule: A, zin: Dit, oordeel: verboden, als: { doet: delen } }%n".formatted(i))
				.collect(Collectors.joining());
		assertThat(problem("gevallen:", rules + "gevallen:")).contains("Splits het beleid");
	}

	@Test
	void rubbishIsRefusedAndNothingElseHappens() {
		var random = new SplittableRandom(99);
		for (int i = 0; i < 3_000; i++) {
			var rubbish = random.ints(random.nextInt(200), 0, i % 2 == 0 ? 128 : 0x3000)
					.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
			assertThat(problems(rubbish)).isNotEmpty();
		}
	}

	@Test
	void realFilesWithMistakesAreReadOrRefusedAndNothingElseHappens() throws Exception {
		var random = new SplittableRandom(98);
		int refused = 0;
		for (var file : BundledPoliciesTest.files().toList()) {
			var yaml = Files.readString(file);
			for (int i = 0; i < 60; i++)
				refused += readOrRefused(mutated(yaml, random)) ? 0 : 1;
		}
		assertThat(refused).isGreaterThan(50);
	}

	private static boolean readOrRefused(String yaml) {
		try {
			RuleSet.of(PolicyFile.read(yaml)).judge(Facts.NONE);
			return true;
		} catch (UnreadablePolicy refused) {
			assertThat(refused.problems()).isNotEmpty();
			return false;
		} catch (RuntimeException | StackOverflowError other) {
			return fail("%s on%n%s", other, yaml);
		}
	}

	private static final List<String> PIECES = List.of(":", "- ", "[", "]", "{", "}", "\"", "\n", "  ", "\t", "&a ", "*a", "#", "|", "?",
			"ja",
			"verboden", "als: ", "tenzij:", "\u0000", "é", "~", "!!x ");

	private static String mutated(String yaml, SplittableRandom random) {
		var text = new StringBuilder(yaml);
		for (int i = 0; i <= random.nextInt(3); i++) {
			int at = random.nextInt(text.length());
			int until = Math.min(text.length(), at + 1 + random.nextInt(30));
			switch (random.nextInt(4)) {
				case 0 -> text.delete(at, until);
				case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
				case 2 -> text.insert(at, text.substring(at, until));
				default -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
			}
		}
		return text.toString();
	}
}
