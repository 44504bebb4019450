package nl.plaatsbaar.rules;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All ways through one function of a diagram, counted: how many situations end in each number, how many come past each node, and one
 * situation for each.
 */
final class Paths {

	private final Diagram diagram;
	private final int root;
	private final int[] nodes;
	private final long[] above;
	private final int[] parent;
	private final int[] option;
	private final Map<Integer, Long> counts = new TreeMap<>();
	private final Map<Integer, int[]> ends = new TreeMap<>();

	Paths(Diagram diagram, int root) {
		this.diagram = diagram;
		this.root = root;
		above = new long[diagram.size()];
		parent = new int[diagram.size()];
		option = new int[diagram.size()];
		nodes = reachable();
		count();
	}

	/** Every node below, those asked first first. */
	private int[] reachable() {
		if (root < 0)
			return new int[0];
		var seen = new boolean[diagram.size()];
		var found = new int[16];
		int size = 0;
		found[size++] = root;
		seen[root] = true;
		for (int i = 0; i < size; i++)
			for (int o = 0; o < Diagram.options(diagram.levelOf(found[i])); o++) {
				int child = diagram.child(found[i], o);
				if (child >= 0 && !seen[child]) {
					seen[child] = true;
					if (size == found.length)
						found = Arrays.copyOf(found, 2 * size);
					found[size++] = child;
				}
			}
		return byLevel(Arrays.copyOf(found, size));
	}

	private int[] byLevel(int[] found) {
		var from = new int[Diagram.ORDER.size() + 1];
		for (int node : found)
			from[diagram.levelOf(node) + 1]++;
		for (int i = 1; i < from.length; i++)
			from[i] += from[i - 1];
		var sorted = new int[found.length];
		for (int node : found)
			sorted[from[diagram.levelOf(node)]++] = node;
		return sorted;
	}

	private void count() {
		arrive(root, Diagram.situations(0, diagram.levelOf(root)), -1, 0);
		for (int node : nodes)
			for (int o = 0; o < Diagram.options(diagram.levelOf(node)); o++) {
				int child = diagram.child(node, o);
				arrive(child, above[node] * Diagram.situations(diagram.levelOf(node) + 1, diagram.levelOf(child)), node, o);
			}
	}

	private void arrive(int reference, long situations, int from, int by) {
		if (reference < 0) {
			counts.merge(~reference, situations, Math::addExact);
			ends.putIfAbsent(~reference, new int[]{from, by});
			return;
		}
		if (above[reference] == 0) {
			parent[reference] = from;
			option[reference] = by;
		}
		above[reference] = Math.addExact(above[reference], situations);
	}

	/** Per number the situations that end in it. */
	Map<Integer, Long> counts() {
		return counts;
	}

	/** The nodes, those asked first first. */
	int[] nodes() {
		return nodes;
	}

	/** How many ways of answering the facts before this node lead to it. */
	long above(int node) {
		return above[node];
	}

	/** A situation that ends in this number: what matters as the way there says, all else as everyday as can be. */
	Facts example(int number) {
		var end = Optional.ofNullable(ends.get(number)).orElseThrow();
		var facts = Box.EVERYTHING.example();
		for (int node = end[0], by = end[1]; node >= 0; by = option[node], node = parent[node])
			facts = facts.with(Diagram.ORDER.get(diagram.levelOf(node)).options().get(by));
		return facts;
	}
}
