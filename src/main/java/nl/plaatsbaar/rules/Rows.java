package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The boxes of all entries as bits. For every byte of {@link Facts} a table says which boxes its facts leave standing; a box holds
 * when all tables say so. An unknown fact leaves standing what its presumed value does, or what any of its values does.
 */
final class Rows {

	private static final int BYTES = 6;
	private static final int TABLES = 2 * BYTES;

	/** Number of words of 64 boxes. */
	final int words;

	private final long[] tables;
	private final int[] entryOfRow;

	Rows(List<Entry> entries) {
		var boxes = new ArrayList<Box>();
		var owners = new ArrayList<Integer>();
		for (int entry = 0; entry < entries.size(); entry++)
			for (var box : entries.get(entry).region().boxes()) {
				boxes.add(box);
				owners.add(entry);
			}
		entryOfRow = owners.stream().mapToInt(Integer::intValue).toArray();
		words = Math.max(1, boxes.size() + 63 >>> 6);
		tables = new long[TABLES * 256 * words];
		var standing = new long[Fact.ALL.size()][][];
		for (var fact : Fact.ALL)
			standing[fact.ordinal()] = standing(fact, boxes);
		for (int i = 0; i < BYTES; i++) {
			fill(i, 4, standing[2 * i], standing[2 * i + 1]);
			int flag = Fact.CHOICES + 4 * i;
			fill(BYTES + i, 2, standing[flag], standing[flag + 1], standing[flag + 2],
					flag + 3 < standing.length ? standing[flag + 3] : new long[][]{full()});
		}
	}

	/** Per code of the fact (0 = unknown) the rows left standing. */
	private long[][] standing(Fact fact, List<Box> boxes) {
		var options = fact.options();
		var standing = new long[options.size() + 1][words];
		for (int row = 0; row < boxes.size(); row++) {
			int allowed = boxes.get(row).allowed(fact);
			for (var value : options)
				if ((allowed >>> value.index() & 1) != 0)
					standing[value.index() + 1][row >>> 6] |= 1L << row;
			boolean unknown = fact.presumed().map(value -> (allowed >>> value.index() & 1) != 0).orElse(true);
			if (unknown)
				standing[0][row >>> 6] |= 1L << row;
		}
		return standing;
	}

	private long[] full() {
		var full = new long[words];
		Arrays.fill(full, -1L);
		return full;
	}

	private void fill(int table, int bits, long[][]... facts) {
		for (int index = 0; index < 256; index++)
			fillOne(table, index, bits, facts);
	}

	private void fillOne(int table, int index, int bits, long[][]... facts) {
		int at = (table << 8 | index) * words;
		for (int word = 0; word < words; word++) {
			long rows = -1L;
			for (int i = 0; i < facts.length; i++) {
				int code = index >>> i * bits & (1 << bits) - 1;
				rows &= code < facts[i].length ? facts[i][code][word] : 0;
			}
			tables[at + word] = rows;
		}
	}

	/** The rows left standing, in one of the words. */
	long standing(Facts facts, int word) {
		long rows = -1L;
		long choices = facts.choices();
		long flags = facts.flags();
		for (int i = 0; i < BYTES; i++) {
			rows &= tables[(i << 8 | (int) (choices >>> 8 * i) & 255) * words + word];
			rows &= tables[(BYTES + i << 8 | (int) (flags >>> 8 * i) & 255) * words + word];
		}
		return rows;
	}

	long[] standing(Facts facts) {
		var rows = new long[words];
		for (int word = 0; word < words; word++)
			rows[word] = standing(facts, word);
		return rows;
	}

	/** The entries that hold where these rows are left standing. */
	BitSet entries(long[] rows) {
		var entries = new BitSet();
		for (int word = 0; word < words; word++)
			for (long left = rows[word]; left != 0; left &= left - 1)
				entries.set(entryOfRow[word << 6 | Long.numberOfTrailingZeros(left)]);
		return entries;
	}
}
