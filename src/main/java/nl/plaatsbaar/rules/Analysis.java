package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A rule set seen over all situations at once. */
@SuppressWarnings("EnumOrdinal") // the order of the values is their place in the bits
final class Analysis {

	private static final Outcome[] OUTCOMES = Outcome.values();
	private static final int MASK_BITS = Authority.ALL.size();
	private static final int OUTSIDE = Outcome.OUT_OF_SCOPE.ordinal() << MASK_BITS;
	private static final int SILENT = Outcome.NOT_REGULATED.ordinal() << MASK_BITS;

	/** Forbids whatever else is said; nothing is weaker than outside. */
	private static final Diagram.Operation STRICTEST = new Diagram.Operation() {

		@Override
		public int of(int a, int b) {
			int outcomeA = a >>> MASK_BITS;
			int outcomeB = b >>> MASK_BITS;
			return outcomeA == outcomeB ? a | b : outcomeA < outcomeB ? a : b;
		}

		@Override
		public int shortcut(int a, int b) {
			if (a == b || b == ~OUTSIDE || a == ~0)
				return a;
			return a == ~OUTSIDE || b == ~0 ? b : Diagram.UNDECIDED;
		}
	};

	/** Where neither decides, the board's policy (the second) has the word. */
	private static final Diagram.Operation WITH_POLICY = (others, policy) -> {
		int strictest = STRICTEST.of(others, policy);
		return outcome(strictest).decides() ? strictest : policy;
	};

	/** Someone to tell, or a duty, is of no use where it is forbidden anyway. */
	private static final Diagram.Operation UNLESS_FORBIDDEN = new Diagram.Operation() {

		@Override
		public int of(int rides, int answer) {
			return answer == 0 ? 0 : rides;
		}

		@Override
		public int shortcut(int rides, int answer) {
			return rides == ~0 || answer == ~0 ? ~0 : Diagram.UNDECIDED;
		}
	};

	private static final Diagram.Operation EITHER = new Diagram.Operation() {

		@Override
		public int of(int a, int b) {
			return a | b;
		}

		@Override
		public int shortcut(int a, int b) {
			return a == b || b == ~0 ? a : a == ~0 ? b : Diagram.UNDECIDED;
		}
	};

	final Diagram diagram;

	/** The outcome, and who must give permission. */
	final int answer;

	/** The same, for each layer alone. */
	final List<Integer> layers = new ArrayList<>();

	/** What else makes an answer different: one function for each duty, and one for whom to tell. */
	final List<Integer> riding = new ArrayList<>();

	Analysis(List<PolicyFile> policies, List<Entry> entries, Diagram empty) {
		diagram = empty;
		for (int layer = 0; layer < policies.size(); layer++)
			layers.add(layer(policies.get(layer), ofLayer(entries, layer)));
		answer = answer(policies);
		var tell = new ArrayList<Integer>();
		for (var entry : entries)
			switch (entry.effect()) {
				case DUTY -> riding.add(unlessForbidden(region(entry.region(), 1, 0, EITHER)));
				case TELL -> tell.add(region(entry.region(), Authority.mask(entry.authorities()), 0, EITHER));
				case FORBIDDEN, PERMISSION_NEEDED, JUDGEMENT, ALLOWED, WARNING, EXEMPTION, OUT_OF_SCOPE, GAP -> {
				}
			}
		riding.add(unlessForbidden(diagram.together(EITHER, tell, 0)));
	}

	private static List<Entry> ofLayer(List<Entry> entries, int layer) {
		return entries.stream().filter(entry -> entry.layer() == layer).toList();
	}

	private int unlessForbidden(int rides) {
		return diagram.apply(UNLESS_FORBIDDEN, rides, answer);
	}

	private int layer(PolicyFile policy, List<Entry> entries) {
		var said = new ArrayList<Integer>();
		for (var entry : entries)
			if (entry.isScope())
				said.add(region(entry.region(), SILENT, OUTSIDE, STRICTEST));
			else
				entry.effect().outcome().ifPresent(outcome -> said.add(region(entry.region(), number(outcome, entry), OUTSIDE, STRICTEST)));
		if (policy.scope() == null)
			said.add(~SILENT);
		return diagram.together(STRICTEST, said, OUTSIDE);
	}

	private int region(Region region, int inside, int outside, Diagram.Operation operation) {
		return diagram.together(operation, region.boxes().stream().map(box -> diagram.box(box, inside, outside)).toList(), outside);
	}

	private int answer(List<PolicyFile> policies) {
		var others = new ArrayList<Integer>();
		Optional<Integer> policy = Optional.empty();
		for (int layer = 0; layer < policies.size(); layer++)
			if (policies.get(layer).layer() == Layer.POLICY && policy.isEmpty())
				policy = Optional.of(layers.get(layer));
			else
				others.add(layers.get(layer));
		int rest = diagram.together(STRICTEST, others, policies.isEmpty() ? SILENT : OUTSIDE);
		return policy.map(board -> diagram.apply(WITH_POLICY, rest, board)).orElse(rest);
	}

	private static int number(Outcome outcome, Entry entry) {
		int permission = outcome == Outcome.PERMISSION_NEEDED ? Authority.mask(entry.authorities()) : 0;
		return outcome.ordinal() << MASK_BITS | permission;
	}

	/** Is there a situation in which this entry is among the grounds of its layer? */
	boolean isCited(Entry entry) {
		if (!entry.effect().decides())
			return !entry.region().isEmpty();
		return entry.region().boxes().stream()
				.anyMatch(box -> reaches(entry.effect().outcome().orElseThrow(), layers.get(entry.layer()), box, new BitSet()));
	}

	private boolean reaches(Outcome outcome, int reference, Box box, BitSet seen) {
		if (reference < 0)
			return outcome(~reference) == outcome;
		if (seen.get(reference))
			return false;
		seen.set(reference);
		int allowed = box.allowed(Diagram.ORDER.get(diagram.levelOf(reference)));
		for (int left = allowed; left != 0; left &= left - 1)
			if (reaches(outcome, diagram.child(reference, Integer.numberOfTrailingZeros(left)), box, seen))
				return true;
		return false;
	}

	static Outcome outcome(int number) {
		return OUTCOMES[number >>> MASK_BITS];
	}

	static List<Authority> permissionFrom(int number) {
		return Authority.ofMask(number & (1 << MASK_BITS) - 1);
	}
}
