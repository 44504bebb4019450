package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.List;

import nl.plaatsbaar.rules.PolicyFile.Condition;

/**
 * The situations in which every fact has one of the values allowed for it: one bit for each value of each fact, the choice facts in
 * one word and the yes/no facts in the other.
 */
@SuppressWarnings("EnumOrdinal") // the order of the values is their place in the bits
record Box(long choices, long flags) {

	private static final int[] SHIFT = shifts();
	private static final long[] FIELD = fields();

	static final Box EVERYTHING = everything();

	private static int[] shifts() {
		var shifts = new int[Fact.ALL.size()];
		int choice = 0;
		int flag = 0;
		for (var fact : Fact.ALL)
			if (fact.isYesNo()) {
				shifts[fact.ordinal()] = flag;
				flag += 2;
			} else {
				shifts[fact.ordinal()] = choice;
				choice += fact.options().size();
			}
		if (choice > 64 || flag > 64)
			throw new IllegalStateException("the vocabulary no longer fits: %d and %d bits".formatted(choice, flag));
		return shifts;
	}

	private static long[] fields() {
		var fields = new long[Fact.ALL.size()];
		for (var fact : Fact.ALL)
			fields[fact.ordinal()] = ((1L << fact.options().size()) - 1) << SHIFT[fact.ordinal()];
		return fields;
	}

	private static Box everything() {
		long choices = 0;
		long flags = 0;
		for (var fact : Fact.ALL)
			if (fact.isYesNo())
				flags |= FIELD[fact.ordinal()];
			else
				choices |= FIELD[fact.ordinal()];
		return new Box(choices, flags);
	}

	/** The boxes of a condition: one, or one for each fact of its any-of. */
	static List<Box> of(Condition condition) {
		var box = EVERYTHING;
		for (var allowed : condition.values().entrySet())
			box = box.with(allowed.getKey(), mask(allowed.getValue()));
		if (condition.anyOf().isEmpty())
			return List.of(box);
		var boxes = new ArrayList<Box>();
		for (var fact : condition.anyOf())
			boxes.add(box.with(fact, mask(List.of(fact.yes()))));
		return boxes;
	}

	/** The completions of what is known: every unknown fact may have any value. */
	static Box completionsOf(Facts facts) {
		var box = EVERYTHING;
		for (var value : facts.values())
			box = box.with(value.fact(), 1 << value.index());
		return box;
	}

	private static int mask(List<Value> values) {
		return values.stream().mapToInt(value -> 1 << value.index()).reduce(0, (a, b) -> a | b);
	}

	/** The values still allowed for a fact, one bit each. */
	int allowed(Fact fact) {
		int i = fact.ordinal();
		return (int) (((fact.isYesNo() ? flags : choices) & FIELD[i]) >>> SHIFT[i]);
	}

	Box with(Fact fact, int allowed) {
		int i = fact.ordinal();
		long bits = (long) allowed << SHIFT[i];
		return fact.isYesNo()
				? new Box(choices, (flags & ~FIELD[i]) | (flags & bits))
				: new Box((choices & ~FIELD[i]) | (choices & bits), flags);
	}

	Box and(Box other) {
		return new Box(choices & other.choices, flags & other.flags);
	}

	boolean isEmpty() {
		for (var fact : Fact.ALL)
			if (allowed(fact) == 0)
				return true;
		return false;
	}

	boolean within(Box other) {
		return (choices & ~other.choices) == 0 && (flags & ~other.flags) == 0;
	}

	boolean leavesOpen(Fact fact) {
		return allowed(fact) == (1 << fact.options().size()) - 1;
	}

	/** What is left of this box outside the other: one (overlapping) box for each fact in which they differ. */
	List<Box> minus(Box other) {
		if (and(other).isEmpty())
			return List.of(this);
		var left = new ArrayList<Box>();
		for (var fact : Fact.ALL) {
			int outside = allowed(fact) & ~other.allowed(fact);
			if (outside != 0)
				left.add(with(fact, outside));
		}
		return left;
	}

	/** One situation inside, as everyday as the box allows. */
	Facts example() {
		var facts = Facts.NONE;
		for (var fact : Fact.ALL) {
			int allowed = allowed(fact);
			int presumed = fact.presumed().map(Value::index).orElse(0);
			int index = (allowed >>> presumed & 1) != 0 ? presumed : Integer.numberOfTrailingZeros(allowed);
			facts = facts.with(fact.options().get(index));
		}
		return facts;
	}
}
