package nl.plaatsbaar.rules;

/** A policy whose rules are so entangled that looking at all situations at once would take too long; judging still works. */
public final class TooComplicated extends RuntimeException {

	private static final long serialVersionUID = 1;

	TooComplicated() {
		super("Dit beleid is te ingewikkeld om in één keer te doorzien. Splits regels met veel uitzonderingen.");
	}
}
