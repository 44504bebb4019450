package nl.plaatsbaar.notification;

import java.time.Instant;
import java.util.List;

/** Every mail that left, to read in the demo, where no real mail server is. There is no bean of this kind elsewhere. */
public interface DemoMailbox {

	/** The newest first. */
	List<Mail> mails();

	record Mail(String to, String subject, String text, Instant at) {
	}
}
