package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Functions of all facts, each as a graph that asks one fact after another and ends in a number. Equal parts are shared and a fact is
 * only asked where it matters, so that a function over some 10^15 situations fits in a few thousand nodes and two functions are the
 * same exactly when their graphs are.
 *
 * A reference ≥ 0 is a node, a reference < 0 the number {@code ~reference}.
 */
@SuppressWarnings("EnumOrdinal") // the order of the values is their place in the bits
final class Diagram {

	/** Facts that occur together stand together; the act and the actor first, because most rules are about one of each. */
	static final List<Fact> ORDER = order();

	private static final int[] OPTIONS = ORDER.stream().mapToInt(fact -> fact.options().size()).toArray();
	private static final int[] LEVEL_OF = levels();
	private static final int LEVELS = ORDER.size();
	static final int MOST_NODES = 400_000;

	/** What two numbers become together. */
	interface Operation {

		int of(int a, int b);

		/** The result when it is certain from these references alone, or {@link Diagram#UNDECIDED}. */
		default int shortcut(int a, int b) {
			return UNDECIDED;
		}
	}

	static final int UNDECIDED = Integer.MIN_VALUE;

	private int size;
	private int[] level = new int[256];
	private int[] first = new int[256];
	private int[] children = new int[1024];
	private int used;
	private int[] unique = new int[1024];
	private final int[][] scratch = new int[LEVELS][];

	private final int mostNodes;

	Diagram() {
		this(MOST_NODES);
	}

	/** @param mostNodes where to give up rather than to go on for ever */
	Diagram(int mostNodes) {
		this.mostNodes = mostNodes;
		for (int i = 0; i < LEVELS; i++)
			scratch[i] = new int[OPTIONS[i]];
	}

	private static List<Fact> order() {
		var order = new ArrayList<>(List.of(Fact.ACT, Fact.ACTOR, Fact.COUNTERPART, Fact.SCHOOL_RELATED, Fact.IN_LESSON, Fact.PERMISSION,
				Fact.FOR_LEARNING, Fact.ACCOUNT, Fact.IN_NAME_OF, Fact.ACCOUNT_KIND, Fact.PLACE, Fact.EXISTING_RELATION,
				Fact.LEADERSHIP_OBJECTS, Fact.EDUCATIONAL));
		Fact.ALL.stream().filter(fact -> !order.contains(fact)).forEach(order::add);
		return List.copyOf(order);
	}

	private static int[] levels() {
		var levels = new int[ORDER.size()];
		for (var fact : Fact.ALL)
			levels[fact.ordinal()] = ORDER.indexOf(fact);
		return levels;
	}

	static int options(int level) {
		return OPTIONS[level];
	}

	static int level(Fact fact) {
		return LEVEL_OF[fact.ordinal()];
	}

	int size() {
		return size;
	}

	/** The level of the fact asked here; beyond the last one for a number. */
	int levelOf(int reference) {
		return reference < 0 ? LEVELS : level[reference];
	}

	int child(int node, int option) {
		return children[first[node] + option];
	}

	/** One number inside the box, another outside. */
	int box(Box box, int inside, int outside) {
		int below = ~inside;
		for (int i = LEVELS - 1; i >= 0; i--) {
			int allowed = box.allowed(ORDER.get(i));
			for (int option = 0; option < OPTIONS[i]; option++)
				scratch[i][option] = (allowed >>> option & 1) != 0 ? below : ~outside;
			below = node(i, scratch[i]);
		}
		return below;
	}

	/** The node with these children, or their common reference when the fact does not matter. */
	int node(int at, int[] of) {
		boolean matters = false;
		int hash = at;
		for (int child : of) {
			matters |= child != of[0];
			hash = 31 * hash + child;
		}
		return matters ? unique(at, of, hash) : of[0];
	}

	private int unique(int at, int[] of, int hash) {
		int i = spread(hash) & unique.length - 1;
		while (unique[i] != 0) {
			int node = unique[i] - 1;
			if (level[node] == at && Arrays.equals(children, first[node], first[node] + of.length, of, 0, of.length))
				return node;
			i = i + 1 & unique.length - 1;
		}
		unique[i] = size + 1;
		return add(at, of);
	}

	private int add(int at, int[] of) {
		if (size >= mostNodes)
			throw new TooComplicated();
		if (size == level.length) {
			level = Arrays.copyOf(level, 2 * size);
			first = Arrays.copyOf(first, 2 * size);
		}
		if (used + of.length > children.length)
			children = Arrays.copyOf(children, 2 * children.length);
		System.arraycopy(of, 0, children, used, of.length);
		level[size] = at;
		first[size] = used;
		used += of.length;
		if (2 * ++size > unique.length)
			rehash();
		return size - 1;
	}

	private void rehash() {
		unique = new int[2 * unique.length];
		for (int node = 0; node < size; node++) {
			int hash = level[node];
			for (int option = 0; option < OPTIONS[level[node]]; option++)
				hash = 31 * hash + child(node, option);
			int i = spread(hash) & unique.length - 1;
			while (unique[i] != 0)
				i = i + 1 & unique.length - 1;
			unique[i] = node + 1;
		}
	}

	private static int spread(int hash) {
		int h = hash * 0x9E3779B9;
		return h ^ h >>> 15;
	}

	/** Two functions made into one. */
	int apply(Operation operation, int a, int b) {
		return apply(operation, a, b, new Memo());
	}

	int apply(Operation operation, int a, int b, Memo memo) {
		if (a < 0 && b < 0)
			return ~operation.of(~a, ~b);
		int certain = operation.shortcut(a, b);
		if (certain != UNDECIDED)
			return certain;
		long key = ((long) a << 32) | (b & 0xFFFF_FFFFL);
		int known = memo.get(key);
		if (known != UNDECIDED)
			return known;
		int at = Math.min(levelOf(a), levelOf(b));
		boolean ofA = levelOf(a) == at;
		boolean ofB = levelOf(b) == at;
		for (int option = 0; option < OPTIONS[at]; option++)
			scratch[at][option] = apply(operation, ofA ? child(a, option) : a, ofB ? child(b, option) : b, memo);
		int result = node(at, scratch[at]);
		memo.put(key, result);
		return result;
	}

	/** All of them made into one, the neighbours first, so that the graphs stay small for as long as possible. */
	int together(Operation operation, List<Integer> functions, int none) {
		var left = functions;
		while (left.size() > 1) {
			var pairs = new ArrayList<Integer>();
			for (int i = 0; i < left.size(); i += 2)
				pairs.add(i + 1 < left.size() ? apply(operation, left.get(i), left.get(i + 1)) : left.get(i));
			left = pairs;
		}
		return left.isEmpty() ? ~none : left.getFirst();
	}

	/**
	 * The same function in this diagram, with the facts limited to a box.
	 *
	 * @param other the diagram the function is in now
	 */
	int copy(Diagram other, int reference, Box within) {
		var allowed = new int[LEVELS];
		for (int i = 0; i < LEVELS; i++)
			allowed[i] = within.allowed(ORDER.get(i));
		var copied = new int[other.size];
		return copy(other, reference, allowed, copied);
	}

	private int copy(Diagram other, int reference, int[] allowed, int[] copied) {
		if (reference < 0)
			return reference;
		if (copied[reference] != 0)
			return unpacked(copied[reference]);
		int at = other.level[reference];
		int only = allowed[at];
		int result;
		if ((only & only - 1) == 0)
			result = copy(other, other.child(reference, Integer.numberOfTrailingZeros(only)), allowed, copied);
		else {
			int some = copy(other, other.child(reference, Integer.numberOfTrailingZeros(only)), allowed, copied);
			var kids = new int[OPTIONS[at]];
			for (int option = 0; option < kids.length; option++)
				kids[option] = (only >>> option & 1) != 0 ? copy(other, other.child(reference, option), allowed, copied) : some;
			result = node(at, kids);
		}
		copied[reference] = packed(result);
		return result;
	}

	private static int packed(int reference) {
		return reference < 0 ? reference : reference + 1;
	}

	private static int unpacked(int packed) {
		return packed < 0 ? packed : packed - 1;
	}

	/** How many situations lie below, when all facts from this level on are open. */
	static long situations(int fromLevel, int toLevel) {
		long situations = 1;
		for (int i = fromLevel; i < toLevel; i++)
			situations *= OPTIONS[i];
		return situations;
	}

	/** Remembers what two references became. */
	static final class Memo {

		private long[] keys = new long[512];
		private int[] values = new int[512];
		private int size;

		Memo() {
			Arrays.fill(values, UNDECIDED);
		}

		int get(long key) {
			int i = slot(key);
			while (values[i] != UNDECIDED && keys[i] != key)
				i = i + 1 & keys.length - 1;
			return values[i];
		}

		void put(long key, int value) {
			if (2 * ++size > keys.length)
				grow();
			insert(key, value);
		}

		private void insert(long key, int value) {
			int i = slot(key);
			while (values[i] != UNDECIDED)
				i = i + 1 & keys.length - 1;
			keys[i] = key;
			values[i] = value;
		}

		private void grow() {
			var oldKeys = keys;
			var oldValues = values;
			keys = new long[2 * oldKeys.length];
			values = new int[keys.length];
			Arrays.fill(values, UNDECIDED);
			for (int i = 0; i < oldKeys.length; i++)
				if (oldValues[i] != UNDECIDED)
					insert(oldKeys[i], oldValues[i]);
		}

		private int slot(long key) {
			long h = key * 0x9E3779B97F4A7C15L;
			return (int) (h ^ h >>> 32) & keys.length - 1;
		}
	}
}
