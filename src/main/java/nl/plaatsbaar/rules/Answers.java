package nl.plaatsbaar.rules;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * One answer for each set of rows that was seen, so that asking again makes nothing new. Reading takes no lock: an entry never changes
 * once it is in the table. When the table is full it starts afresh, so that nobody can make it eat the memory.
 */
final class Answers {

	private static final int MOST = 8_192;

	/** The rows that were left standing, the first four words apart so that they are compared without another look at memory. */
	private static final class Seen {
		private final long a;
		private final long b;
		private final long c;
		private final long d;
		private final long[] rows;
		private final Verdict verdict;

		Seen(long[] rows, Verdict verdict) {
			this.rows = rows;
			this.verdict = verdict;
			a = rows[0];
			b = rows.length > 1 ? rows[1] : 0;
			c = rows.length > 2 ? rows[2] : 0;
			d = rows.length > 3 ? rows[3] : 0;
		}
	}

	private final Rows rows;
	private volatile @Nullable Seen[] table = new Seen[64];
	private int size;

	Answers(Rows rows) {
		this.rows = rows;
	}

	/** The answer to these facts, when somebody asked before. */
	@Nullable
	Verdict find(long choices, long flags) {
		return switch (rows.words) {
			case 1 -> find(rows.one(choices, flags), 0, 0, 0, choices, flags);
			case 2 -> findTwo(choices, flags);
			case 3 -> findThree(choices, flags);
			default -> findFour(choices, flags);
		};
	}

	private @Nullable Verdict findTwo(long choices, long flags) {
		var tables = rows.tables;
		long a = -1;
		long b = -1;
		for (int i = 0; i < Rows.BYTES; i++) {
			int choice = 2 * Rows.choice(i, choices);
			int flag = 2 * Rows.flag(i, flags);
			a &= tables[choice] & tables[flag];
			b &= tables[choice + 1] & tables[flag + 1];
		}
		return find(a, b, 0, 0, choices, flags);
	}

	private @Nullable Verdict findThree(long choices, long flags) {
		var tables = rows.tables;
		long a = -1;
		long b = -1;
		long c = -1;
		for (int i = 0; i < Rows.BYTES; i++) {
			int choice = 3 * Rows.choice(i, choices);
			int flag = 3 * Rows.flag(i, flags);
			a &= tables[choice] & tables[flag];
			b &= tables[choice + 1] & tables[flag + 1];
			c &= tables[choice + 2] & tables[flag + 2];
		}
		return find(a, b, c, 0, choices, flags);
	}

	private @Nullable Verdict findFour(long choices, long flags) {
		var tables = rows.tables;
		long a = -1;
		long b = -1;
		long c = -1;
		long d = -1;
		for (int i = 0; i < Rows.BYTES; i++) {
			int choice = rows.words * Rows.choice(i, choices);
			int flag = rows.words * Rows.flag(i, flags);
			a &= tables[choice] & tables[flag];
			b &= tables[choice + 1] & tables[flag + 1];
			c &= tables[choice + 2] & tables[flag + 2];
			d &= tables[choice + 3] & tables[flag + 3];
		}
		return find(a, b, c, d, choices, flags);
	}

	private @Nullable Verdict find(long a, long b, long c, long d, long choices, long flags) {
		var current = table;
		for (int i = slot(a, b, c, d, current.length);; i = i + 1 & current.length - 1) {
			var seen = current[i];
			if (seen == null)
				return null;
			if (seen.a == a && seen.b == b && seen.c == c && seen.d == d
					&& (seen.rows.length <= 4 || restIsSame(seen.rows, choices, flags)))
				return seen.verdict;
		}
	}

	private boolean restIsSame(long[] seen, long choices, long flags) {
		for (int word = 4; word < seen.length; word++)
			if (seen[word] != rows.standing(choices, flags, word))
				return false;
		return true;
	}

	/** Keeps the answer to these rows. */
	synchronized Verdict keep(long[] standing, Verdict verdict) {
		if (size >= MOST) {
			table = new Seen[64];
			size = 0;
		}
		if (2 * ++size > table.length)
			grow();
		put(table, new Seen(standing, verdict));
		return verdict;
	}

	private void grow() {
		var larger = new Seen[2 * table.length];
		for (var seen : table)
			if (seen != null)
				put(larger, seen);
		table = larger;
	}

	private static void put(@Nullable Seen[] into, Seen seen) {
		int i = slot(seen.a, seen.b, seen.c, seen.d, into.length);
		while (into[i] != null) {
			if (Arrays.equals(into[i].rows, seen.rows))
				return;
			i = i + 1 & into.length - 1;
		}
		into[i] = seen;
	}

	/** Rows differ in few bits, anywhere in a word: all of them must tell in the slot, or the answers stand in a queue. */
	private static int slot(long a, long b, long c, long d, int length) {
		long hash = a * 0x9E3779B97F4A7C15L + b * 0xC2B2AE3D27D4EB4FL + c * 0x165667B19E3779F9L + d * 0xD6E8FEB86659FD93L;
		return (int) ((hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(length - 1));
	}
}
