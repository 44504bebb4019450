package nl.plaatsbaar.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a situation, packed so that judging it needs no object at all. A fact that was not told is unknown, which is
 * something else than no.
 *
 * @param choices four bits for each choice fact: 0 = unknown, else the index of its value + 1
 * @param flags two bits for each yes/no fact: 0 = unknown, 1 = no, 2 = yes
 */
@SuppressWarnings("EnumOrdinal") // the order of the values is their place in the bits
public record Facts(long choices, long flags) {

	public static final Facts NONE = new Facts(0, 0);

	private static final long LOW_NIBBLES = 0x0F0F0F0F0F0FL;
	private static final long CARRIES = 0x101010101010L;
	private static final long EVEN_ROOM = room(0);
	private static final long ODD_ROOM = room(1);
	private static final long EVEN_BITS = 0x5555_5555_5555_5555L;
	private static final int AIMED_OR_UNKNOWN = 1 | acts("connect", "follow", "message");
	private static final int IN_WORDS = acts("message", "reply");
	private static final int ACT_AT = shift(Fact.ACT);
	private static final long COUNTERPART_FIELD = 15L << shift(Fact.COUNTERPART);
	private static final long CONSENT_FROM_FIELD = 15L << shift(Fact.CONSENT_FROM);
	private static final long AGE_FIELD = 15L << shift(Fact.AGE);
	private static final long EVERYBODY = bits(Fact.COUNTERPART, "public");
	private static final long OLD_ENOUGH = bits(Fact.AGE, "16-plus");
	private static final long THEMSELVES = bits(Fact.CONSENT_FROM, "person");
	private static final long TRAITS_NO = Fact.TRAITS.stream().mapToLong(trait -> 1L << shift(trait)).sum();
	private static final int FLAG_BITS = 2 * (Fact.ALL.size() - Fact.CHOICES);

	public Facts {
		// adding what is left above the highest value makes a nibble that is too high carry
		boolean tooHigh = (((choices & LOW_NIBBLES) + EVEN_ROOM) & CARRIES) != 0
				|| ((((choices >>> 4) & LOW_NIBBLES) + ODD_ROOM) & CARRIES) != 0;
		if (tooHigh || choices >>> (4 * Fact.CHOICES) != 0 || (flags & (flags >>> 1) & EVEN_BITS) != 0 || flags >>> FLAG_BITS != 0)
			throw new IllegalArgumentException("no such facts: %x %x".formatted(choices, flags));
	}

	private static int acts(String... codes) {
		return Stream.of(codes).mapToInt(code -> 2 << Fact.ACT.optionOfCode(code).orElseThrow().index()).sum();
	}

	private static long bits(Fact choice, String code) {
		return (choice.optionOfCode(code).orElseThrow().index() + 1L) << shift(choice);
	}

	private static long room(int odd) {
		long room = 0;
		for (int i = odd; i < Fact.CHOICES; i += 2)
			room |= (long) (15 - Fact.ALL.get(i).options().size()) << (4 * (i - odd));
		return room;
	}

	public static Facts of(Value... values) {
		var facts = NONE;
		for (var value : values)
			facts = facts.with(value);
		return facts;
	}

	public Facts with(Value value) {
		var rest = without(value.fact());
		long code = value.index() + 1L;
		return value.fact().isYesNo()
				? new Facts(rest.choices, rest.flags | code << shift(value.fact()))
				: new Facts(rest.choices | code << shift(value.fact()), rest.flags);
	}

	public Facts without(Fact fact) {
		return fact.isYesNo()
				? new Facts(choices, flags & ~(3L << shift(fact)))
				: new Facts(choices & ~(15L << shift(fact)), flags);
	}

	/** The content of a message: the traits named are there, all others are not. */
	public Facts withContent(Set<Fact> yes) {
		long there = 0;
		for (var trait : yes)
			if (trait.isTrait())
				there |= 1L << shift(trait);
		long all = (flags & ~(3 * TRAITS_NO)) | TRAITS_NO;
		return new Facts(choices, all + there);
	}

	public boolean knows(Fact fact) {
		return code(fact) != 0;
	}

	public @Nullable Value value(Fact fact) {
		int code = code(fact);
		return code == 0 ? null : fact.options().get(code - 1);
	}

	/** Is this certainly so? Unknown is not yes. */
	public boolean has(Value value) {
		return code(value.fact()) == value.index() + 1;
	}

	public boolean isYes(Fact fact) {
		return has(fact.yes());
	}

	public Set<Fact> known() {
		var known = EnumSet.noneOf(Fact.class);
		Fact.ALL.stream().filter(this::knows).forEach(known::add);
		return known;
	}

	/** What is known, in the order of the vocabulary. */
	public List<Value> values() {
		return known().stream().map(fact -> fact.options().get(code(fact) - 1)).toList();
	}

	/**
	 * With what goes without saying about the act: what is not aimed at somebody is for everybody, and a message or a reply is ordinary
	 * words until somebody says that there is more in it. A post may hold anything. Who consents for themselves, as a colleague does, is
	 * old enough to.
	 */
	Facts everyday() {
		return new Facts(everydayChoices(), everydayFlags());
	}

	long everydayChoices() {
		boolean everybody = (1 << act() & AIMED_OR_UNKNOWN) == 0 && (choices & COUNTERPART_FIELD) == 0;
		boolean oldEnough = (choices & CONSENT_FROM_FIELD) == THEMSELVES && (choices & AGE_FIELD) == 0;
		return choices | (everybody ? EVERYBODY : 0) | (oldEnough ? OLD_ENOUGH : 0);
	}

	long everydayFlags() {
		boolean ordinary = (1 << act() & IN_WORDS) != 0;
		return ordinary ? flags | (~(flags | flags >>> 1) & TRAITS_NO) : flags;
	}

	private int act() {
		return (int) (choices >>> ACT_AT) & 15;
	}

	/** 0 = unknown, else the index of the value + 1. */
	int code(Fact fact) {
		return fact.isYesNo() ? (int) (flags >>> shift(fact) & 3) : (int) (choices >>> shift(fact) & 15);
	}

	private static int shift(Fact fact) {
		return fact.isYesNo() ? 2 * (fact.ordinal() - Fact.CHOICES) : 4 * fact.ordinal();
	}

	@Override
	public String toString() {
		var words = new StringJoiner(", ", "{", "}");
		values().forEach(value -> words.add(value.toString()));
		return words.toString();
	}
}
