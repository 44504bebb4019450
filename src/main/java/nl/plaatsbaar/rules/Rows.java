package nl.plaatsbaar.rules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The boxes of all entries as bits. For every byte of {@link Facts} a table says which boxes its facts leave standing; a box holds
 * when all tables say so. An unknown fact leaves standing what its presumed value does, or what any of its values does.
 */
@SuppressWarnings("EnumOrdinal") // the order of the values is their place in the bits
final class Rows {

	static final int BYTES = 6;
	private static final int TABLES = 2 * BYTES;

	/** Number of words of 64 boxes. */
	final int words;

	final long[] tables;
	/** Per entry, per factor of it, its rows. */
	private final int[][][] parts;

	Rows(List<Entry> entries) {
		var numbers = new LinkedHashMap<Box, Integer>();
		parts = entries.stream().map(entry -> entry.factors().stream().map(factor -> rows(factor, numbers)).toArray(int[][]::new))
				.toArray(int[][][]::new);
		var boxes = List.copyOf(numbers.keySet());
		words = Math.max(1, (boxes.size() + 63) >>> 6);
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

	private static int[] rows(Region factor, Map<Box, Integer> numbers) {
		return factor.boxes().stream().mapToInt(box -> numbers.computeIfAbsent(box, _ -> numbers.size())).toArray();
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
				int code = (index >>> (i * bits)) & ((1 << bits) - 1);
				rows &= code < facts[i].length ? facts[i][code][word] : 0;
			}
			tables[at + word] = rows;
		}
	}

	/** Where the table says what this byte of the choices leaves standing. */
	static int choice(int i, long choices) {
		return (i << 8) | ((int) (choices >>> (8 * i)) & 255);
	}

	/** The same for the yes/no facts. */
	static int flag(int i, long flags) {
		return ((BYTES + i) << 8) | ((int) (flags >>> (8 * i)) & 255);
	}

	/** The rows left standing, when they fit in one word. */
	long one(long choices, long flags) {
		long rows = -1L;
		for (int i = 0; i < BYTES; i++)
			rows &= tables[choice(i, choices)] & tables[flag(i, flags)];
		return rows;
	}

	/** The rows left standing, in one of the words. */
	long standing(long choices, long flags, int word) {
		long rows = -1L;
		for (int i = 0; i < BYTES; i++)
			rows &= tables[choice(i, choices) * words + word] & tables[flag(i, flags) * words + word];
		return rows;
	}

	long[] standing(Facts facts) {
		var rows = new long[words];
		for (int word = 0; word < words; word++)
			rows[word] = standing(facts.choices(), facts.flags(), word);
		return rows;
	}

	/** The entries that hold where these rows are left standing: those with a row of each of their factors. */
	BitSet entries(long[] rows) {
		var standing = BitSet.valueOf(rows);
		var entries = new BitSet();
		for (int entry = 0; entry < parts.length; entry++)
			entries.set(entry, holds(parts[entry], standing));
		return entries;
	}

	private static boolean holds(int[][] factors, BitSet standing) {
		for (int[] rows : factors)
			if (Arrays.stream(rows).noneMatch(standing::get))
				return false;
		return true;
	}
}
