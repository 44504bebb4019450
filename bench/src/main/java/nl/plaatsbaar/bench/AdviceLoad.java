package nl.plaatsbaar.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.Situation;

import org.HdrHistogram.Histogram;

/**
 * Asks a running server for advice and for nothing, in turns, over the same connections with the same bodies. Arguments: the address of
 * the server, its process id, the rounds, the seconds of a round.
 */
final class AdviceLoad {

	private static final int CONNECTIONS = 8;

	/** Seconds, for each course: until the server has compiled what it uses most. */
	private static final int WARM_UP = 20;

	/** A path, what is sent to it, and what came of it. */
	private static final class Course {

		final String name;
		final String path;
		final IntFunction<byte[]> bodies;
		final Histogram waits = new Histogram(60_000_000_000L, 3);
		final List<Double> perSecond = new ArrayList<>();
		long answers;
		double processorSeconds;

		Course(String name, String path, IntFunction<byte[]> bodies) {
			this.name = name;
			this.path = path;
			this.bodies = bodies;
		}
	}

	private final URI server;
	private final String process;
	private final List<Connection> connections = new ArrayList<>();
	private int asked;

	private AdviceLoad(URI server, String process) throws IOException {
		this.server = server;
		this.process = process;
		for (int i = 0; i < CONNECTIONS; i++)
			connections.add(new Connection(server.getHost(), server.getPort()));
	}

	public static void main(String[] arguments) throws Exception {
		var process = arguments[1];
		var load = new AdviceLoad(URI.create(arguments[0]), process);
		int rounds = Integer.parseInt(arguments[2]);
		int seconds = Integer.parseInt(arguments[3]);
		var cases = cases();
		System.out.printf(Locale.ROOT, "%d bodies from the cases of the policies, %d connections, %d rounds of %d s%n", cases.size(),
				CONNECTIONS, rounds, seconds);
		var advice = new Course("advice", "/api/v1/advice", i -> cases.get(i % cases.size()));
		var nothing = new Course("nothing", "/api/v1/nothing", i -> cases.get(i % cases.size()));
		var bare = new Course("bare", "/api/v1/bare", i -> cases.get(i % cases.size()));
		var fresh = new Course("advice, new", "/api/v1/advice", AdviceLoad::neverAskedBefore);
		var courses = List.of(advice, nothing, bare, fresh);
		for (var course : courses)
			load.run(course, WARM_UP, false);
		System.out.printf("memory after warm-up: %s%n", memory(process));
		for (int round = 0; round < rounds; round++)
			for (var course : round % 2 == 0 ? courses : courses.reversed())
				load.run(course, seconds, true);
		for (var course : courses)
			report(course);
		ratio(advice, nothing);
		ratio(advice, bare);
		ratio(fresh, nothing);
		System.out.printf("memory at the end: %s%n", memory(process));
		System.exit(0);
	}

	/** One body for each case of each policy: situations people thought of. */
	private static List<byte[]> cases() {
		var bodies = new ArrayList<byte[]>();
		for (var policy : Bundle.POLICIES)
			for (var each : Bundle.policy(policy).cases())
				bodies.add(body(policy, each.facts()));
		return bodies;
	}

	/** Half of the facts known, by chance: no situation comes twice. */
	private static byte[] neverAskedBefore(int number) {
		return body(Bundle.POLICIES.get(number % Bundle.POLICIES.size()), new Chance(1_000_000L + number).partly());
	}

	private static byte[] body(String policy, Facts facts) {
		return Json.write(Map.of("policy", policy, "situation", Situation.write(facts)));
	}

	private void run(Course course, int seconds, boolean counts) throws Exception {
		long end = System.nanoTime() + seconds * 1_000_000_000L;
		long begin = System.nanoTime();
		double processorBefore = processorSeconds();
		long answers = 0;
		try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
			var runs = new ArrayList<Future<Histogram>>();
			for (int i = 0; i < CONNECTIONS; i++)
				runs.add(threads.submit(asking(course, connections.get(i), asked + i, end)));
			for (var each : runs) {
				var waits = each.get();
				answers += waits.getTotalCount();
				if (counts)
					course.waits.add(waits);
			}
		}
		asked += (int) answers + CONNECTIONS;
		if (counts) {
			course.perSecond.add(answers * 1e9 / (System.nanoTime() - begin));
			course.answers += answers;
			course.processorSeconds += processorSeconds() - processorBefore;
		}
	}

	/** What the server used of the processors since it started. */
	private double processorSeconds() throws IOException {
		var numbers = Files.readString(Path.of("/proc", process, "stat")).replaceAll(".*\\) ", "").split(" ");
		return (Long.parseLong(numbers[11]) + Long.parseLong(numbers[12])) / 100.0;
	}

	private Callable<Histogram> asking(Course course, Connection connection, int first, long end) {
		return () -> {
			var waits = new Histogram(60_000_000_000L, 3);
			var head = head(course.path);
			for (int number = first; System.nanoTime() < end; number += CONNECTIONS) {
				var body = course.bodies.apply(number);
				long sent = System.nanoTime();
				int status = connection.post(head, body);
				waits.recordValue(System.nanoTime() - sent);
				if (status / 100 != 2)
					throw new IllegalStateException(course.path + " answered " + status + " to " + new String(body));
			}
			return waits;
		};
	}

	private String head(String path) {
		return "POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nContent-Type: application/json\r\n"
				+ "Accept: application/json\r\nContent-Length: ";
	}

	private static void report(Course course) {
		System.out.printf(Locale.ROOT, "%-12s %,7.0f a second   p50 %,6.0f µs   p99 %,6.0f µs   p99.9 %,6.0f µs   server %,5.0f µs processor   rounds %s%n",
				course.name,
				median(course.perSecond), course.waits.getValueAtPercentile(50) / 1e3, course.waits.getValueAtPercentile(99) / 1e3,
				course.waits.getValueAtPercentile(99.9) / 1e3, course.processorSeconds / course.answers * 1e6,
				course.perSecond.stream().map(each -> "%.0f".formatted(each)).collect(Collectors.joining(" ")));
	}

	/** Round by round, so that what the machine does meanwhile hits both. */
	private static void ratio(Course course, Course of) {
		var ratios = new ArrayList<Double>();
		for (int i = 0; i < course.perSecond.size(); i++)
			ratios.add(100 * course.perSecond.get(i) / of.perSecond.get(i));
		System.out.printf(Locale.ROOT, "%s / %s: median %.1f %%, lowest %.1f %%, highest %.1f %%%n", course.name, of.name, median(ratios),
				ratios.stream().min(Double::compare).orElseThrow(), ratios.stream().max(Double::compare).orElseThrow());
	}

	private static double median(List<Double> numbers) {
		var sorted = numbers.stream().mapToDouble(Double::doubleValue).toArray();
		Arrays.sort(sorted);
		int middle = sorted.length / 2;
		return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	private static String memory(String process) throws IOException {
		return Files.readAllLines(Path.of("/proc", process, "status")).stream()
				.filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM")).map(line -> line.replaceAll("\\s+", " "))
				.collect(Collectors.joining(", "));
	}
}
