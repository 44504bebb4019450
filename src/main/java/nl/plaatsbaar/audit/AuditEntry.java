package nl.plaatsbaar.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One line of the log as it was written.
 *
 * @param seq counts from 1 within the board, without gaps
 * @param person who did it; nothing when the program did
 */
public record AuditEntry(long seq, Instant at, @Nullable UUID person, String what, @Nullable String subjectKind, @Nullable UUID subject,
		Map<String, String> details) {
}
