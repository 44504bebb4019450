package nl.plaatsbaar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import nl.plaatsbaar.Clause;
import org.junit.jupiter.api.Test;

/** What the words of a policy file mean, each shown by a small policy of one school. */
class RuleLanguageTest {

	private static PolicyFile policy(String layer, String rules) {
		return RandomPolicies.read("""
				beleid: regenboog-%s
				titel: De Regenboog
				laag: %s
				versie: 2026-08-01
				artikelen:
				- nr: "1"
				  tekst: De afspraak.
				  regels:
				%s""".formatted(layer, layer, rules.indent(2)));
	}

	private static PolicyFile policy(String rules) {
		return policy("beleid", rules);
	}

	private static Facts facts(String... words) {
		var facts = Facts.NONE;
		for (var word : words) {
			var parts = word.split(": ");
			facts = facts.with(Fact.ofWord(parts[0]).orElseThrow().optionOfWord(parts[1]).orElseThrow());
		}
		return facts;
	}

	private static Set<String> cited(Verdict verdict) {
		return verdict.cited().map(Reason::rule).collect(Collectors.toSet());
	}

	private static final String BEFRIENDING = """
			- id: vrienden
			  zin: De afspraak
			  oordeel: verboden
			  als: { wie: [medewerker, stagiair], doet: bevrienden, met: [leerling, ouder], account: privé }
			  tenzij:
			  - id: kenden-elkaar
			    zin: De afspraak
			    als: { relatie-buiten-school: ja }
			    dan: toegestaan
			    tenzij:
			    - { id: niet-in-de-les, zin: De afspraak, als: { in-de-les: ja } }
			  wel: Gebruik de ouderapp.
			  uitleg: Dit lezen wij zo.
			""";

	private static final Facts TEACHER_BEFRIENDS_PARENT = facts("wie: medewerker", "doet: bevrienden", "met: ouder");

	@Test
	@Clause("OSVS-M3a")
	void aTeacherMayNotBefriendAParentSheKnowsFromSchoolOnly() {
		var verdict = RuleSet.of(policy(BEFRIENDING)).judge(TEACHER_BEFRIENDS_PARENT);
		assertThat(verdict.outcome()).isEqualTo(Outcome.FORBIDDEN);
		var reason = verdict.layers().getFirst().reasons().getFirst();
		assertThat(reason.rule()).isEqualTo("1/vrienden");
		assertThat(reason.article()).isEqualTo("1");
		assertThat(reason.sentence()).isEqualTo("De afspraak");
		assertThat(reason.version()).hasToString("2026-08-01");
		assertThat(reason.instead()).isEqualTo("Gebruik de ouderapp.");
		assertThat(reason.reading()).isEqualTo("Dit lezen wij zo.");
	}

	@Test
	@Clause("OSVS-M3a")
	void anOldFriendWhoIsAParentMayBeAFriend() {
		var verdict = RuleSet.of(policy(BEFRIENDING)).judge(TEACHER_BEFRIENDS_PARENT.with(Fact.EXISTING_RELATION.yes()));
		assertThat(verdict.outcome()).isEqualTo(Outcome.ALLOWED);
		assertThat(cited(verdict)).containsExactly("1/vrienden/kenden-elkaar");
	}

	@Test
	void anExceptionToAnExceptionPutsTheRuleBack() {
		var inLesson = TEACHER_BEFRIENDS_PARENT.with(Fact.EXISTING_RELATION.yes()).with(Fact.IN_LESSON.yes());
		var verdict = RuleSet.of(policy(BEFRIENDING)).judge(inLesson);
		assertThat(verdict.outcome()).isEqualTo(Outcome.FORBIDDEN);
		assertThat(cited(verdict)).containsExactlyInAnyOrder("1/vrienden", "1/vrienden/kenden-elkaar/niet-in-de-les");
	}

	@Test
	void whatIsPresumedIsTold() {
		var rules = RuleSet.of(policy(BEFRIENDING));
		assertThat(rules.presumed(TEACHER_BEFRIENDS_PARENT)).containsExactlyInAnyOrder(
				Fact.ACCOUNT.optionOfWord("privé").orElseThrow(), Fact.EXISTING_RELATION.no());
		assertThat(rules.questions(TEACHER_BEFRIENDS_PARENT).facts()).containsExactlyInAnyOrder(Fact.ACCOUNT, Fact.EXISTING_RELATION,
				Fact.IN_LESSON);
		assertThat(rules.presumed(TEACHER_BEFRIENDS_PARENT.with(Fact.EXISTING_RELATION.no()))).doesNotContain(Fact.EXISTING_RELATION.no());
	}

	@Test
	void whoIsUnknownIsTakenAsTheOneItIsForbiddenTo() {
		var rules = RuleSet.of(policy(BEFRIENDING));
		assertThat(rules.judge(facts("doet: bevrienden", "met: leerling")).outcome()).isEqualTo(Outcome.FORBIDDEN);
		assertThat(rules.judge(facts("wie: ouder", "doet: bevrienden", "met: leerling")).outcome()).isEqualTo(Outcome.NOT_REGULATED);
	}

	@Test
	@Clause("ROE-B2")
	@Clause("OSVS-M10")
	void somebodyToTellRidesAlongAndDecidesNothing() {
		var rules = RuleSet.of(
				policy("""
						- { id: ontspoort, zin: De afspraak, oordeel: melden, bij: [leidinggevende, coach], als: { wie: medewerker, ontspoort: ja } }
						"""));
		var verdict = rules.judge(facts("wie: medewerker", "doet: reageren", "ontspoort: ja"));
		assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_REGULATED);
		assertThat(verdict.tell()).containsExactly(Authority.SUPERVISOR, Authority.COACH);
		assertThat(rules.questions(facts("wie: medewerker")).facts()).doesNotContain(Fact.DERAILING);
		assertThat(rules.judge(facts("wie: medewerker")).tell()).isEmpty();
	}

	@Test
	@Clause("ROE-C2")
	@Clause("ROE-C3")
	void aDutyRidesAlongWithAPermissionAndHasATextToCopy() {
		var verdict = RuleSet
				.of(policy(
						"""
								- { id: mag, zin: De afspraak, oordeel: toegestaan, als: { doet: plaatsen, over-eigen-school: ja } }
								- { id: zeg-het, zin: De afspraak, oordeel: plicht, kant-en-klaar: Ik werk bij deze school., als: { doet: plaatsen, over-eigen-school: ja } }
								- { id: denk-na, zin: De afspraak, oordeel: waarschuwing, als: { doet: plaatsen } }
								"""))
				.judge(facts("doet: plaatsen", "over-eigen-school: ja"));
		assertThat(verdict.outcome()).isEqualTo(Outcome.ALLOWED);
		assertThat(verdict.duties()).extracting(Reason::readyText).containsExactly("Ik werk bij deze school.");
		assertThat(verdict.warnings()).extracting(Reason::rule).containsExactly("1/denk-na");
	}

	@Test
	@Clause("OBO-G7b")
	void anOpenNormIsPutToAHuman() {
		var verdict = RuleSet
				.of(policy(
						"""
								- { id: terughoudend, zin: De afspraak, oordeel: afweging, wie-weegt: leidinggevende, als: { doet: bericht-sturen, met: ouder } }
								"""))
				.judge(facts("doet: bericht-sturen", "met: ouder"));
		assertThat(verdict.outcome()).isEqualTo(Outcome.JUDGEMENT);
		assertThat(verdict.judgedBy()).containsExactly(Authority.SUPERVISOR);
	}

	private static final String CONSENT = """
			- { id: beeld, zin: De afspraak, oordeel: toestemming-nodig, van: directie, als: { doet: plaatsen, mensen-in-beeld: ja, mag-van: niemand } }
			""";

	private static final PolicyFile LAW = policy("wet",
			"""
					- { id: ouders, zin: De afspraak, oordeel: toestemming-nodig, van: ouders, als: { doet: plaatsen, mensen-in-beeld: ja, toestemming: [ontbreekt, onbekend] } }
					""");

	@Test
	@Clause("MEA-7")
	void theLawStillAsksTheParentsWhatThePolicyLeavesToTheManagement() {
		var both = RuleSet.of(policy(CONSENT), LAW);
		var photo = facts("doet: plaatsen", "mensen-in-beeld: ja");
		assertThat(both.judge(photo).layers()).extracting(LayerVerdict::layer).containsExactly(Layer.LAW, Layer.POLICY);
		assertThat(both.judge(photo).permissionFrom()).containsExactly(Authority.PARENTS, Authority.DIRECTIE);
		var managementAgrees = both.judge(photo.with(Fact.PERMISSION.optionOfWord("schoolleiding").orElseThrow()));
		assertThat(managementAgrees.outcome()).isEqualTo(Outcome.PERMISSION_NEEDED);
		assertThat(managementAgrees.permissionFrom()).containsExactly(Authority.PARENTS);
	}

	@Test
	void theStrictestLayerDecidesAndEachSaysItsOwn() {
		var school = policy("school", "- { id: nee, zin: De afspraak, oordeel: verboden, als: { doet: plaatsen, wie: leerling } }\n");
		var verdict = RuleSet.of(policy(CONSENT), LAW, school).judge(facts("wie: leerling", "doet: plaatsen", "mensen-in-beeld: ja"));
		assertThat(verdict.outcome()).isEqualTo(Outcome.FORBIDDEN);
		assertThat(verdict.layers()).extracting(LayerVerdict::outcome).containsExactly(Outcome.PERMISSION_NEEDED, Outcome.PERMISSION_NEEDED,
				Outcome.FORBIDDEN);
		assertThat(verdict.permissionFrom()).as("permission is of no use against a no").isEmpty();
	}

	private static final String SCOPED = """
			beleid: binnen
			titel: Binnen
			laag: beleid
			versie: 2026-08-01
			reikwijdte: { artikel: "1", zin: over school, als: { schoolgerelateerd: ja }, buiten: Ook privé kan gevolgen hebben., buiten-artikel: "2" }
			leemte: { artikel: "2", zin: beslist het bestuur, wie: bestuur }
			artikelen:
			- nr: "1"
			  clausules: [ROE-D2]
			  tekst: Dit gaat over school.
			  regels:
			  - { id: nee, zin: over school, oordeel: verboden, als: { doet: plaatsen, vertrouwelijk: ja } }
			- nr: "2"
			  tekst: Ook privé kan gevolgen hebben. Voor het overige beslist het bestuur.
			""";

	@Test
	@Clause("ROE-D2")
	@Clause("OSVS-M12")
	void whatIsPrivateIsOutsideThePolicyWithItsOwnWarning() {
		var verdict = RuleSet.of(RandomPolicies.read(SCOPED)).judge(facts("doet: plaatsen", "vertrouwelijk: ja", "schoolgerelateerd: nee"));
		assertThat(verdict.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE);
		assertThat(verdict.layers().getFirst().reasons()).extracting(Reason::effect).containsExactly(Effect.OUT_OF_SCOPE);
		assertThat(verdict.layers().getFirst().reasons()).extracting(Reason::clause).containsExactly("ROE-D2");
		assertThat(verdict.warnings()).extracting(Reason::sentence).containsExactly("Ook privé kan gevolgen hebben.");
	}

	@Test
	void outsideThePolicyTheLawStillHolds() {
		var both = RuleSet.of(RandomPolicies.read(SCOPED), LAW);
		assertThat(both.judge(facts("doet: plaatsen", "schoolgerelateerd: nee", "mensen-in-beeld: ja")).outcome())
				.isEqualTo(Outcome.PERMISSION_NEEDED);
		assertThat(both.judge(facts("doet: volgen", "schoolgerelateerd: nee")).outcome()).isEqualTo(Outcome.OUT_OF_SCOPE);
	}

	@Test
	@Clause("OBO-V3")
	void whatThePolicyDoesNotRegulateGoesToWhoeverItNames() {
		var verdict = RuleSet.of(RandomPolicies.read(SCOPED)).judge(facts("doet: volgen"));
		assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_REGULATED);
		assertThat(verdict.layers().getFirst().reasons()).extracting(Reason::authorities).containsExactly(List.of(Authority.BOARD));
	}

	private static final String CLASH = """
			- { id: delen-mag, zin: De afspraak, oordeel: toegestaan, als: { doet: delen }%s }
			- { id: niet-in-de-les, zin: De afspraak, oordeel: verboden, als: { doet: [delen, plaatsen], in-de-les: ja }%s }
			""";

	@Test
	void aContradictionIsToldToTheAuthorUntilItIsSettled() {
		var unsettled = RuleSet.of(policy(CLASH.formatted("", ""))).contradictions();
		assertThat(unsettled).singleElement().satisfies(found -> {
			assertThat(found.allows().id()).isEqualTo("1/delen-mag");
			assertThat(found.restricts().id()).isEqualTo("1/niet-in-de-les");
			assertThat(found.example().isYes(Fact.IN_LESSON)).isTrue();
		});
		assertThat(RuleSet.of(policy(CLASH.formatted("", ", gaat-voor: [1/delen-mag]"))).contradictions()).isEmpty();
		assertThat(RuleSet.of(policy(CLASH.formatted(", gaat-voor: [1/niet-in-de-les]", ""))).contradictions()).isEmpty();
	}

	@Test
	void theRuleThatGoesFirstIsTheOnlyOneThatCounts() {
		var sharing = facts("doet: delen", "in-de-les: ja");
		assertThat(RuleSet.of(policy(CLASH.formatted("", ""))).judge(sharing).outcome()).isEqualTo(Outcome.FORBIDDEN);
		var allowFirst = RuleSet.of(policy(CLASH.formatted(", gaat-voor: [1/niet-in-de-les]", "")));
		assertThat(allowFirst.judge(sharing).outcome()).isEqualTo(Outcome.ALLOWED);
		assertThat(allowFirst.judge(facts("doet: plaatsen", "in-de-les: ja")).outcome()).isEqualTo(Outcome.FORBIDDEN);
	}

	@Test
	void atLeastOneOfSeveralTraitsIsEnough() {
		var rules = RuleSet.of(policy("""
				- { id: nee, zin: De afspraak, oordeel: verboden, als: { doet: plaatsen, een-van: [vertrouwelijk, persoonsgegevens] } }
				"""));
		var post = facts("doet: plaatsen");
		assertThat(rules.judge(post.withContent(Set.of(Fact.PERSONAL_DATA))).outcome()).isEqualTo(Outcome.FORBIDDEN);
		assertThat(rules.judge(post.withContent(Set.of(Fact.NEGATIVE))).outcome()).isEqualTo(Outcome.NOT_REGULATED);
		assertThat(rules.judge(post).outcome()).as("a post may hold anything").isEqualTo(Outcome.FORBIDDEN);
	}

	@Test
	@Clause("OSVS-II3")
	void opennessIsAShortWayToNamePlaces() {
		var rules = RuleSet.of(policy("- { id: nee, zin: De afspraak, oordeel: verboden, als: { doet: delen, openheid: besloten } }\n"));
		for (var place : List.of("besloten-groep", "album", "schoolsysteem"))
			assertThat(rules.judge(facts("doet: delen", "waar: " + place)).outcome()).isEqualTo(Outcome.FORBIDDEN);
		assertThat(rules.judge(facts("doet: delen", "waar: e-mail")).outcome()).isEqualTo(Outcome.NOT_REGULATED);
	}

	@Test
	@Clause("OBO-S1")
	void aSchoolMayBeStricterThanItsBoardButNotLooser() {
		var board = policy(BEFRIENDING);
		var stricter = policy("school", "- { id: nooit, zin: De afspraak, oordeel: verboden, als: { doet: bevrienden } }\n");
		assertThat(Strictness.looser(board, stricter)).isEmpty();
		var looser = policy("school",
				"- { id: ouders-mag, zin: De afspraak, oordeel: toegestaan, als: { doet: bevrienden, met: ouder } }\n");
		assertThat(Strictness.looser(board, looser)).hasValueSatisfying(found -> {
			assertThat(found.schoolRule().id()).isEqualTo("1/ouders-mag");
			assertThat(found.boardRule().id()).isEqualTo("1/vrienden");
			assertThat(RuleSet.of(board).judge(found.example()).outcome()).isEqualTo(Outcome.FORBIDDEN);
		});
	}

	@Test
	void theExplanationShowsWhatHoldsWhatFailsAndWhatIsUnknown() {
		var rules = RuleSet.of(policy(BEFRIENDING));
		var part = rules.explain(TEACHER_BEFRIENDS_PARENT).layers().getFirst().articles().getFirst().rules().getFirst();
		assertThat(part.state()).isEqualTo(Explanation.State.UNKNOWN);
		assertThat(part.because()).containsExactly(Fact.ACCOUNT);
		assertThat(part.cited()).isTrue();
		assertThat(part.unless()).singleElement().extracting(Explanation.RulePart::state).isEqualTo(Explanation.State.UNKNOWN);
		var pupil = rules.explain(facts("wie: leerling", "doet: bevrienden")).layers().getFirst().articles().getFirst().rules().getFirst();
		assertThat(pupil.state()).isEqualTo(Explanation.State.FAILS);
		assertThat(pupil.because()).containsExactly(Fact.ACTOR);
		var certain = rules.explain(TEACHER_BEFRIENDS_PARENT.with(Fact.ACCOUNT.options().getFirst())).layers().getFirst().articles()
				.getFirst().rules().getFirst();
		assertThat(certain.state()).isEqualTo(Explanation.State.HOLDS);
	}

	@Test
	void aRuleReadsAsASentence() {
		var rule = policy(BEFRIENDING).rules().getFirst();
		assertThat(PlainDutch.sentence(rule)).isEqualTo("Een medewerker of een stagiair mag met een eigen account geen vrienden worden "
				+ "met een leerling of een ouder, tenzij zij elkaar ook buiten school kennen (dan is het toegestaan).");
		assertThat(PlainEnglish.sentence(rule)).isEqualTo("An employee or an intern may not become friends with a pupil or a parent "
				+ "from a private account, unless they also know each other outside school (then it is allowed).");
		assertThat(PlainDutch.sentence(rule.unless().getFirst()))
				.isEqualTo("Uitzondering: als zij elkaar ook buiten school kennen, dan is het toegestaan.");
	}

	@Test
	void aSituationReadsAsASentence() {
		var facts = facts("wie: medewerker", "doet: bevrienden", "met: ouder", "account: privé", "relatie-buiten-school: ja");
		assertThat(PlainDutch.describe(facts)).isEqualTo(
				"Jij wilt als medewerker met een eigen account vrienden worden met een ouder. Daarbij geldt dat zij elkaar ook buiten school kennen.");
		assertThat(PlainEnglish.describe(facts("wie: leerling", "doet: plaatsen").withContent(Set.of(Fact.PEOPLE_SHOWN))))
				.isEqualTo("As a pupil you want to post something. We know that people can be seen.");
		assertThat(PlainDutch.describe(Facts.NONE)).isEqualTo("Er is nog niets bekend.");
	}

	@Test
	void everyBundledRuleReadsAsASentenceInBothLanguages() throws Exception {
		for (var file : BundledPoliciesTest.files().toList())
			for (var rule : BundledPoliciesTest.read(file).rules()) {
				assertThat(PlainDutch.sentence(rule)).endsWith(".").doesNotContain("{", "  ", " ,", "null");
				assertThat(PlainEnglish.sentence(rule)).endsWith(".").doesNotContain("{", "  ", " ,", "null");
			}
	}

	@Test
	void aCaseThatDoesNotComeOutIsToldWithItsLine() {
		var failing = RandomPolicies.read("""
				beleid: a
				titel: A
				laag: beleid
				versie: 2026-08-01
				artikelen:
				- nr: "1"
				  tekst: De afspraak. Nog een zin.
				  regels:
				  - { id: nee, zin: De afspraak, oordeel: verboden, als: { doet: delen } }
				gevallen:
				- { dat: Delen mag., als: { doet: delen }, dan: toegestaan, op-grond-van: [1/nee] }
				- { dat: Plaatsen., als: { doet: plaatsen }, dan: niet-geregeld, op-grond-van: [1/nee] }
				""");
		assertThat(Cases.run(failing)).extracting(Cases.Failed::toString).containsExactly(
				"regel 11, “Delen mag.”: verwacht was toegestaan, het is verboden; aangehaald: 1/nee",
				"regel 12, “Plaatsen.”: de uitkomst klopt (niet-geregeld); niet aangehaald: 1/nee; aangehaald: niets");
		assertThat(Cases.uncited(failing)).isEmpty();
		assertThat(Coverage.of(failing).unaccounted()).extracting(Coverage.Sentence::text).containsExactly("Nog een zin.");
		assertThat(Coverage.of(failing).encoded()).isEqualTo(1);
	}
}
