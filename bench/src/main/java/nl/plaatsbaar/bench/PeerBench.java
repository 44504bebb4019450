package nl.plaatsbaar.bench;

import java.util.concurrent.TimeUnit;

import nl.plaatsbaar.rules.Facts;

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

/** The same decision by other engines; making the engine's own input is part of it, and so is taking the strictest. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = {"-Xms2g", "-Xmx2g", "--enable-native-access=ALL-UNNAMED"})
@State(Scope.Thread)
public class PeerBench {

	@Param({"obo-west-brabant-2013", "praktijkonderwijs-roermond-2015", "kom-leren-2014", "osvs-2025", "meander-2021"})
	public String policy;

	@Param
	public Engine engine;

	private Peer peer;
	private Strictest strictest;
	private Facts[] situations;
	private int next;

	@Setup
	public void engineAndSituations() throws Exception {
		var layers = Bundle.layers(policy);
		strictest = new Strictest(layers);
		peer = engine.with(layers, strictest);
		situations = new Chance(42).complete(JudgeBench.MANY);
	}

	@Benchmark
	public Answer decide(Processor processor) throws Exception {
		processor.called();
		return strictest.answer(peer.holding(situations[next = next + 1 & JudgeBench.MANY - 1]));
	}
}
