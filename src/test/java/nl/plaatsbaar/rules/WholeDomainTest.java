package nl.plaatsbaar.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** What is said of all situations at once is what visiting them one by one gives. */
class WholeDomainTest {

	/** Each situation of the small policies stands for this many, in which only facts differ that do not matter. */
	private static final long EACH = 730_573_937_049_600L / RandomPolicies.everySituation().size();

	private static Map<Facts, Naive.Answer> answers(PolicyFile... layers) {
		var naive = new Naive(List.of(layers));
		var answers = new HashMap<Facts, Naive.Answer>();
		RandomPolicies.everySituation().forEach(facts -> answers.put(facts, naive.judge(facts)));
		return answers;
	}

	private static Naive.Answer at(Map<Facts, Naive.Answer> answers, Facts facts) {
		return Objects.requireNonNull(answers.get(facts));
	}

	@Test
	void theCensusCountsEverySituation() {
		var random = new SplittableRandom(11);
		for (int i = 0; i < 40; i++) {
			var law = RandomPolicies.policy(random, Layer.LAW, 3);
			var policy = RandomPolicies.policy(random, Layer.POLICY, 8);
			var expected = new EnumMap<Outcome, Long>(Outcome.class);
			answers(law, policy).values().forEach(answer -> expected.merge(answer.outcome(), EACH, Long::sum));
			var census = RuleSet.of(law, policy).census();
			assertThat(census.counts()).isEqualTo(expected);
			assertThat(census.total()).isEqualTo(expected.values().stream().mapToLong(Long::longValue).sum());
		}
	}

	@Test
	void theImpactOfAnAmendmentIsEverySituationThatChanges() {
		var random = new SplittableRandom(12);
		for (int i = 0; i < 40; i++) {
			var law = RandomPolicies.policy(random, Layer.LAW, 2);
			var before = RandomPolicies.policy(random, Layer.POLICY, 6);
			var after = RandomPolicies.policy(random, Layer.POLICY, 6);
			var was = answers(law, before);
			var becomes = answers(law, after);
			var expected = new HashMap<List<Object>, Long>();
			was.forEach((facts, answer) -> expected.merge(pair(answer, at(becomes, facts)), EACH, Long::sum));
			var impact = Impact.between(RuleSet.of(law, before), RuleSet.of(law, after));
			var changes = impact.changes().stream().collect(Collectors.toMap(
					change -> List.<Object>of(change.before(), change.after(), Set.copyOf(change.permissionBefore()),
							Set.copyOf(change.permissionAfter())),
					Impact.Change::situations));
			expected.keySet().removeIf(pair -> pair.get(0).equals(pair.get(1)) && pair.get(2).equals(pair.get(3)));
			assertThat(changes).isEqualTo(expected);
			for (var change : impact.changes()) {
				assertThat(RuleSet.of(law, before).judge(change.example()).outcome()).isEqualTo(change.before());
				assertThat(RuleSet.of(law, after).judge(change.example()).outcome()).isEqualTo(change.after());
			}
		}
	}

	private static List<Object> pair(Naive.Answer was, Naive.Answer becomes) {
		return List.of(was.outcome(), becomes.outcome(), Set.copyOf(was.permissionFrom()), Set.copyOf(becomes.permissionFrom()));
	}

	@Test
	void anAmendmentThatChangesNothingHasNoImpact() {
		var policy = RandomPolicies.policy(new SplittableRandom(13), Layer.POLICY, 9);
		assertThat(Impact.between(RuleSet.of(policy), RuleSet.of(policy)).isNothing()).isTrue();
	}

	@Test
	void aDutyThatGoesIsPartOfTheImpact() {
		var random = new SplittableRandom(14);
		int seen = 0;
		for (int i = 0; i < 40; i++) {
			var before = RandomPolicies.policy(random, Layer.POLICY, 6);
			var without = new PolicyFile(before.id(), before.title(), null, before.layer(), before.version(), null, null, null, null,
					List.of(), null, null, List.of(), List.of(), List.of(), before.scope(), null,
					before.articles().stream().map(article -> new PolicyFile.Article(article.number(), false, null, List.of(), List.of(),
							article.kind(), article.text(), article.rules().stream().filter(rule -> rule.effect() != Effect.DUTY).toList(),
							List.of(), 1)).toList(),
					List.of());
			for (var change : Impact.between(RuleSet.of(before), RuleSet.of(without)).riding())
				if (change.effect() == Effect.DUTY && change.goes() > 0) {
					seen++;
					assertThat(ids(RuleSet.of(before).judge(change.example()))).contains(change.rule());
					assertThat(ids(RuleSet.of(without).judge(change.example()))).doesNotContain(change.rule());
				}
		}
		assertThat(seen).isGreaterThan(5);
	}

	private static Set<String> ids(Verdict verdict) {
		return verdict.cited().map(Reason::rule).collect(Collectors.toSet());
	}

	@Test
	void aQuestionIsAskedExactlyWhenItsAnswerCanMatter() {
		var random = new SplittableRandom(15);
		for (int i = 0; i < 60; i++) {
			var law = RandomPolicies.policy(random, Layer.LAW, 2);
			var policy = RandomPolicies.policy(random, Layer.POLICY, 7);
			var answers = answers(law, policy);
			var rules = RuleSet.of(law, policy);
			for (int j = 0; j < 6; j++) {
				var known = known(random);
				var fitting = answers.keySet().stream().filter(facts -> known.values().stream().allMatch(facts::has)).toList();
				var outcomes = fitting.stream().map(facts -> at(answers, facts).outcome()).collect(Collectors.toSet());
				var questions = rules.questions(known);
				assertThat(questions.possible()).isEqualTo(outcomes);
				assertThat(Set.copyOf(questions.facts())).as("%s", known).isEqualTo(matter(known, fitting, answers));
				assertThat(questions.facts()).doesNotHaveDuplicates();
			}
		}
	}

	private static Facts known(SplittableRandom random) {
		var known = Facts.NONE;
		for (var fact : RandomPolicies.ABOUT)
			if (random.nextInt(3) == 0)
				known = known.with(fact.options().get(random.nextInt(fact.options().size())));
		return known;
	}

	private static Set<Fact> matter(Facts known, List<Facts> fitting, Map<Facts, Naive.Answer> answers) {
		var matter = EnumSet.noneOf(Fact.class);
		for (var fact : RandomPolicies.ABOUT)
			if (!known.knows(fact))
				for (var facts : fitting) {
					var different = new HashSet<Naive.Answer>();
					fact.options().forEach(value -> different.add(at(answers, facts.with(value)).thatMatters()));
					if (different.size() > 1)
						matter.add(fact);
				}
		return matter;
	}

	@Test
	void anAnswerThatIsCertainlyNoIsNotAskedAnythingMore() {
		var rules = RuleSet.of(RandomPolicies.read("""
				beleid: nooit
				titel: Nooit
				laag: beleid
				versie: 2026-01-01
				artikelen:
				- nr: a
				  tekst: nooit
				  regels:
				  - { id: nooit, zin: nooit, oordeel: verboden, als: { doet: bevrienden } }
				  - { id: zeg-het, zin: nooit, oordeel: melden, bij: coach, als: { doet: [bevrienden, volgen], met: leerling } }
				"""));
		assertThat(rules.questions(Facts.of(Fact.ACT.optionOfCode("connect").orElseThrow())).isCertain()).isTrue();
		assertThat(rules.questions(Facts.of(Fact.ACT.optionOfCode("follow").orElseThrow())).facts()).containsExactly(Fact.COUNTERPART);
	}

	@Test
	void aRuleThatIsCitedNowhereIsToldToItsAuthor() {
		var random = new SplittableRandom(16);
		int seen = 0;
		for (int i = 0; i < 60; i++) {
			var policy = RandomPolicies.policy(random, Layer.POLICY, 10);
			var cited = new HashSet<String>();
			answers(policy).values().forEach(answer -> cited.addAll(answer.cited()));
			var never = policy.rules().stream().map(PolicyFile.Rule::id).filter(id -> !cited.contains(policy.id() + " " + id)).toList();
			assertThat(RuleSet.of(policy).neverDecide().stream().map(PolicyFile.Rule::id)).containsExactlyElementsOf(never);
			seen += never.size();
		}
		assertThat(seen).isGreaterThan(20);
	}

	@Test
	void whatIsTooEntangledIsSaidSoInsteadOfCountedForEver() {
		var random = new SplittableRandom(20);
		var diagram = new Diagram(100);
		assertThatExceptionOfType(TooComplicated.class).isThrownBy(() -> {
			int all = ~0;
			for (int i = 0; i < 200; i++)
				all = diagram.apply((a, b) -> a ^ b, all, diagram.box(Box.completionsOf(RandomFacts.partly(random)), 1, 0));
		}).withMessageContaining("te ingewikkeld");
	}

	@Test
	void whoIsJudgedByWhatIsTooEntangledGetsAnAnswerAndNoQuestions() {
		var policy = RandomPolicies.policy(new SplittableRandom(21), Layer.POLICY, 8);
		var tooSmall = RuleSet.of(2, policy);
		assertThatExceptionOfType(TooComplicated.class).isThrownBy(tooSmall::seeThrough);
		assertThat(tooSmall.questions(Facts.NONE).facts()).isEmpty();
		assertThat(tooSmall.questions(Facts.NONE).possible()).containsExactly(RuleSet.of(policy).judge(Facts.NONE).outcome());
		assertThatExceptionOfType(TooComplicated.class).isThrownBy(tooSmall::census);
	}

	@Test
	void everyGapIsASituationWithoutARule() {
		var random = new SplittableRandom(17);
		for (int i = 0; i < 30; i++) {
			var policy = RandomPolicies.policy(random, Layer.POLICY, 5);
			var rules = RuleSet.of(policy);
			var gaps = rules.gaps(Integer.MAX_VALUE);
			assertThat(gaps.stream().mapToLong(Gap::situations).sum()).isEqualTo(rules.census().of(Outcome.NOT_REGULATED));
			for (var gap : gaps)
				assertThat(rules.judge(gap.example()).outcome()).isEqualTo(Outcome.NOT_REGULATED);
			assertThat(gaps).isSortedAccordingTo((a, b) -> Long.compare(b.situations(), a.situations()));
			assertThat(rules.gaps(2)).hasSizeLessThanOrEqualTo(2);
		}
	}

	@Test
	void contradictionsAreExactlyTheUnsettledOnes() {
		var random = new SplittableRandom(18);
		int seen = 0;
		for (int i = 0; i < 60; i++) {
			var policy = RandomPolicies.policy(random, Layer.POLICY, 8);
			var naive = new Naive(List.of(policy));
			var found = RuleSet.of(policy).contradictions();
			seen += found.size();
			assertThat(found.stream().map(one -> one.allows().id() + " " + one.restricts().id()).collect(Collectors.toSet()))
					.isEqualTo(naive.contradictions(RandomPolicies.everySituation()));
		}
		assertThat(seen).isGreaterThan(20);
	}
}
