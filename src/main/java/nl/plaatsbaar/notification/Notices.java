package nl.plaatsbaar.notification;

/** Where a message is handed in. */
public interface Notices {

	/**
	 * Keeps the notice in the transaction of the caller: it is in the inbox when that transaction commits and is mailed after,
	 * with patience when the mail server is away. Handing in the same key again does nothing.
	 */
	void send(Notice notice);
}
