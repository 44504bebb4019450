package nl.plaatsbaar.rules;

import java.util.Arrays;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * One answer for each set of rows that was seen, so that asking again makes nothing new. Reading takes no lock: an entry never changes
 * once it is in the table. When the table is full it starts afresh, so that nobody can make it eat the memory.
 */
final class Answers {

	private static final int MOST = 8_192;

	private record Seen(long[] rows, Verdict verdict) {}

	private volatile @Nullable Seen[] table = new Seen[64];
	private int size;

	/** The answer to these rows, made when nobody asked before. */
	Verdict get(Rows rows, Facts facts, Supplier<Verdict> answer) {
		var known = find(rows, facts);
		return known == null ? add(rows.standing(facts), answer.get()) : known;
	}

	@Nullable
	Verdict find(Rows rows, Facts facts) {
		var current = table;
		long hash = 0;
		for (int word = 0; word < rows.words; word++)
			hash = mix(hash, rows.standing(facts, word));
		for (int i = slot(hash, current.length);; i = i + 1 & current.length - 1) {
			var seen = current[i];
			if (seen == null)
				return null;
			if (same(seen.rows, rows, facts))
				return seen.verdict;
		}
	}

	private static boolean same(long[] seen, Rows rows, Facts facts) {
		for (int word = 0; word < seen.length; word++)
			if (seen[word] != rows.standing(facts, word))
				return false;
		return true;
	}

	private synchronized Verdict add(long[] rows, Verdict verdict) {
		if (size >= MOST) {
			table = new Seen[64];
			size = 0;
		}
		if (2 * ++size > table.length)
			grow();
		put(table, new Seen(rows, verdict));
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
		long hash = 0;
		for (long word : seen.rows)
			hash = mix(hash, word);
		int i = slot(hash, into.length);
		while (into[i] != null) {
			if (Arrays.equals(into[i].rows, seen.rows))
				return;
			i = i + 1 & into.length - 1;
		}
		into[i] = seen;
	}

	private static long mix(long hash, long word) {
		return (hash ^ word) * 0x9E3779B97F4A7C15L;
	}

	private static int slot(long hash, int length) {
		return (int) (hash >>> 40) & length - 1;
	}
}
