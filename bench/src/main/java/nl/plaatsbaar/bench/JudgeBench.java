package nl.plaatsbaar.bench;

import java.util.concurrent.TimeUnit;

import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.RuleSet;
import nl.plaatsbaar.rules.Verdict;

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

/** One decision by the law and a policy together, on 8,192 situations in rotation. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = {"-Xms512m", "-Xmx512m"})
@State(Scope.Thread)
public class JudgeBench {

	static final int MANY = 8_192;

	/** How much is known of the situations. */
	public enum Known {
		EVERYTHING, HALF
	}

	@Param({"obo-west-brabant-2013", "praktijkonderwijs-roermond-2015", "kom-leren-2014", "osvs-2025", "meander-2021"})
	public String policy;

	@Param
	public Known known;

	private RuleSet rules;
	private Facts[] situations;
	private int next;

	@Setup
	public void policyAndSituations() {
		rules = Bundle.rules(policy);
		situations = switch (known) {
			case EVERYTHING -> new Chance(42).complete(MANY);
			case HALF -> new Chance(42).partly(MANY);
		};
		for (var facts : situations)
			rules.judge(facts);
	}

	@Benchmark
	public Verdict judge(Processor processor) {
		processor.called();
		return rules.judge(situations[next = next + 1 & MANY - 1]);
	}
}
