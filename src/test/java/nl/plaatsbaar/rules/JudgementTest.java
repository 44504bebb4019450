package nl.plaatsbaar.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled rules say what a plain reading of the files says, however many situations are tried. */
class JudgementTest {

	private static final int MANY = 1_000_000;

	static Stream<Path> files() throws IOException {
		return BundledPoliciesTest.files().filter(file -> !file.endsWith("wet.yaml"));
	}

	/** A bundled policy as it is used: on top of the law. */
	static List<PolicyFile> withLaw(Path file) throws IOException {
		var layers = new ArrayList<PolicyFile>();
		for (var law : BundledPoliciesTest.files().filter(other -> other.endsWith("wet.yaml")).toList())
			layers.add(BundledPoliciesTest.read(law));
		layers.add(BundledPoliciesTest.read(file));
		return layers;
	}

	@ParameterizedTest
	@MethodSource("files")
	void aMillionSituationsAreJudgedAsTheFileReads(Path file) throws IOException {
		var layers = withLaw(file);
		var rules = RuleSet.of(layers.toArray(PolicyFile[]::new));
		var naive = new Naive(layers);
		var numbers = naive.numbers();
		var known = new IdentityHashMap<Verdict, BitSet>();
		var random = new SplittableRandom(file.hashCode());
		for (int i = 0; i < MANY; i++) {
			var facts = RandomFacts.complete(random);
			var verdict = rules.judge(facts);
			var cited = known.computeIfAbsent(verdict, v -> {
				var bits = new BitSet();
				Naive.Answer.of(v).cited().forEach(id -> bits.set(numbers.getOrDefault(id, -1)));
				return bits;
			});
			if (!cited.equals(naive.cited(facts, numbers)))
				fail("%s%nis judged  %s%nbut reads %s", facts, Naive.Answer.of(verdict), naive.judge(facts));
			if (i % 100 == 0)
				assertThat(Naive.Answer.of(verdict)).as(facts.toString()).isEqualTo(naive.judge(facts));
			if (known.size() > 20_000)
				known.clear();
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void whatIsUnknownIsJudgedOnTheSafeSide(Path file) throws IOException {
		var layers = withLaw(file);
		var rules = RuleSet.of(layers.toArray(PolicyFile[]::new));
		var naive = new Naive(layers);
		var random = new SplittableRandom(7);
		for (int i = 0; i < 400; i++) {
			var facts = RandomFacts.partly(random);
			assertThat(Naive.Answer.of(rules.judge(facts))).as(facts.toString())
					.isEqualTo(naive.strictest(RandomFacts.completions(facts)));
		}
	}

	@Test
	void policiesByChanceAreJudgedAsTheyRead() {
		var random = new SplittableRandom(42);
		for (int i = 0; i < 60; i++) {
			var layers = List.of(RandomPolicies.policy(random, Layer.LAW, 1 + random.nextInt(4)),
					RandomPolicies.policy(random, Layer.POLICY, 1 + random.nextInt(12)),
					RandomPolicies.policy(random, Layer.SCHOOL, 1 + random.nextInt(4)));
			judgedAsRead(layers);
		}
	}

	@Test
	void hundredsOfRulesAreJudgedAsTheyRead() {
		var random = new SplittableRandom(3);
		for (int rules : new int[]{70, 140, 240, 400}) {
			var policy = RandomPolicies.policy(random, Layer.POLICY, rules);
			assertThat(RuleSet.of(policy).rows().words).isGreaterThan(rules / 64);
			judgedAsRead(List.of(policy));
		}
	}

	private static void judgedAsRead(List<PolicyFile> layers) {
		var rules = RuleSet.of(layers.toArray(PolicyFile[]::new));
		var naive = new Naive(layers);
		var random = new SplittableRandom(1);
		for (var facts : RandomPolicies.everySituation())
			if (random.nextInt(5) == 0)
				assertThat(Naive.Answer.of(rules.judge(facts))).as(facts.toString()).isEqualTo(naive.judge(facts));
		for (int i = 0; i < 30; i++) {
			var facts = RandomFacts.partly(random);
			assertThat(Naive.Answer.of(rules.judge(facts))).as(facts.toString())
					.isEqualTo(naive.strictest(RandomFacts.completions(facts)));
		}
	}

	@Test
	void theSameQuestionGivesTheVerySameAnswer() throws IOException {
		var rules = RuleSet.of(RandomPolicies.policy(new SplittableRandom(5), Layer.POLICY, 10));
		var facts = Facts.NONE.with(Fact.ACT.options().getFirst());
		assertThat(rules.judge(facts)).isSameAs(rules.judge(Facts.NONE.with(Fact.ACT.options().getFirst())));
	}

	@Test
	void manyMayAskAtOnce() throws Exception {
		var layers = List.of(RandomPolicies.policy(new SplittableRandom(9), Layer.POLICY, 40));
		var rules = RuleSet.of(layers.toArray(PolicyFile[]::new));
		var naive = new Naive(layers);
		var wrong = new java.util.concurrent.ConcurrentLinkedQueue<Facts>();
		var threads = new ArrayList<Thread>();
		for (int t = 0; t < 4; t++) {
			var random = new SplittableRandom(t);
			threads.add(Thread.ofPlatform().start(() -> {
				for (int i = 0; i < 5_000; i++) {
					var facts = RandomFacts.complete(random);
					if (!Naive.Answer.of(rules.judge(facts)).equals(naive.judge(facts)))
						wrong.add(facts);
				}
			}));
		}
		for (var thread : threads)
			thread.join();
		assertThat(wrong).isEmpty();
	}
}
