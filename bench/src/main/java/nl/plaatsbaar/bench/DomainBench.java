package nl.plaatsbaar.bench;

import java.util.concurrent.TimeUnit;

import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.Impact;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.Questions;
import nl.plaatsbaar.rules.RuleSet;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an author of a policy waits for: reading it, comparing two versions over all situations, the next question. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(value = 1, jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@State(Scope.Thread)
public class DomainBench {

	/** More than a rule set remembers, so that every question is worked out anew. */
	private static final int MANY = 4_096;

	@Param({"obo-west-brabant-2013", "praktijkonderwijs-roermond-2015", "kom-leren-2014", "osvs-2025", "meander-2021"})
	public String policy;

	private PolicyFile law;
	private PolicyFile before;
	private PolicyFile after;
	private PolicyFile another;
	private String text;
	private RuleSet rules;
	private Facts[] three;
	private int next;

	@Setup
	public void versions() {
		law = Bundle.law();
		text = Bundle.text(policy);
		before = Bundle.read(text);
		after = Bundle.amended(before);
		int other = (Bundle.POLICIES.indexOf(policy) + 1) % Bundle.POLICIES.size();
		another = Bundle.policy(Bundle.POLICIES.get(other));
		rules = RuleSet.of(law, before);
		three = new Chance(7).three(MANY);
	}

	/** From the text in a string to rules that answer. */
	@Benchmark
	public RuleSet readAndCompile(Processor processor) {
		processor.called();
		return RuleSet.of(law, Bundle.read(text));
	}

	/** One rule less. Both versions are compiled and looked through for it; nothing was kept from before. */
	@Benchmark
	public Impact impactOfOneRuleLess(Processor processor) {
		processor.called();
		return Impact.between(RuleSet.of(law, before), RuleSet.of(law, after));
	}

	/** Another board's policy instead: everything changes. Nothing was kept from before either. */
	@Benchmark
	public Impact impactOfAnotherPolicy(Processor processor) {
		processor.called();
		return Impact.between(RuleSet.of(law, before), RuleSet.of(law, another));
	}

	/** What to ask when who, what and one thing more are known; every time another situation. */
	@Benchmark
	public Questions nextQuestions(Processor processor) {
		processor.called();
		return rules.questions(three[next = next + 1 & MANY - 1]);
	}
}
