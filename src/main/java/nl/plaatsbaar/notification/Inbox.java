package nl.plaatsbaar.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What was sent to one person. The board has to be bound like for every other row. */
public interface Inbox {

	/** The newest first, at most {@code limit}. */
	List<Letter> of(UUID board, UUID person, int limit);

	/** How many are unread, for the badge in the header. */
	int unread(UUID board, UUID person);

	/** Marks a letter as read, or unread again. Does nothing for a letter of somebody else. */
	void mark(UUID board, UUID person, UUID letter, boolean read);

	/** Marks every letter as read. */
	void markAllRead(UUID board, UUID person);

	/** Throws every letter of somebody who is forgotten away, and the mails of it that did not leave yet. */
	void empty(UUID board, UUID person);

	record Letter(UUID id, String subject, String body, @Nullable String link, Instant at, boolean read) {
	}
}
