package nl.plaatsbaar.access;

/**
 * Somebody asked for what is not his to do or see. Thrown by whoever looks closer than {@link Admits} can; becomes a page that
 * says why and what now, and a line in the audit log.
 */
public final class Refused extends RuntimeException {

	private final String reason;
	private final transient Object[] arguments;

	/**
	 * @param reason the key of a sentence in the message bundles that says why, for the person reading it
	 * @param arguments what to fill in there
	 */
	public Refused(String reason, Object... arguments) {
		super(reason);
		this.reason = reason;
		this.arguments = arguments.clone();
	}

	String reason() {
		return reason;
	}

	Object[] arguments() {
		return arguments.clone();
	}
}
