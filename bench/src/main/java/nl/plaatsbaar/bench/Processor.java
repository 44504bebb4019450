package nl.plaatsbaar.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a call took of the processor: on a machine that also does other things, the clock on the wall tells more about those. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Processor {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private long from;
	private long calls;

	@Setup(Level.Iteration)
	public void begin() {
		calls = 0;
		from = THREADS.getCurrentThreadCpuTime();
	}

	void called() {
		calls++;
	}

	/** Nanoseconds a call, in this iteration. */
	public double processor() {
		return (double) (THREADS.getCurrentThreadCpuTime() - from) / calls;
	}
}
