package nl.plaatsbaar.audit;

import java.util.List;
import java.util.UUID;

/** The door to the log: reading only. The board has to be bound like for every other row. */
public interface AuditLog {

	/** At most {@code limit} entries before that number, the newest first. */
	List<AuditEntry> before(UUID board, long seq, int limit);

	/** What happened to one thing, the newest first. */
	List<AuditEntry> about(UUID board, UUID subject, int limit);

	/** Reads the whole chain of the board again and says whether every seal still fits. */
	Finding verify(UUID board);

	/** Whether the entry with this number carries this seal (in hex): what was written down once must still be there. */
	boolean carries(UUID board, long seq, String seal);

	/** How a chain can be broken. */
	enum Flaw {
		/** An entry is gone. */
		MISSING,
		/** What the entry says is not what was sealed. */
		CHANGED,
		/** The entry does not follow the one before it. */
		UNLINKED
	}

	/** What reading a chain again brought to light. */
	sealed interface Finding {

		/** @param seal of the last entry, in hex; who writes it down can prove later that nothing was cut off. */
		record Whole(long entries, String seal) implements Finding {
		}

		/** @param seq the first entry that does not fit */
		record Broken(long seq, Flaw flaw) implements Finding {
		}
	}
}
