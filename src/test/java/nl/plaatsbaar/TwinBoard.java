package nl.plaatsbaar;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Another board with a row for every row of the first one, whatever tables there are: the same words, other ids. For tests that
 * have to find out whether one board can see another.
 */
public final class TwinBoard {

	private static final Pattern WORD = Pattern.compile("'([^']+)'::text");

	private static final List<String> SHAPES = List.of("x", "12", "12AB", "2026-01-01", "2025-2026", "a".repeat(64));

	private TwinBoard() {
	}

	/** @param place the columns of a table are numbered from 1 */
	private record Column(String name, String type, int place, boolean needed) {
	}

	/** Makes the twin and returns its id. The ids of its rows follow from those of the first: {@link #id}. */
	public static UUID of(JdbcClient superuser, UUID board, int number) {
		var twin = new UUID(board.getMostSignificantBits(), number);
		for (var table : tables(superuser)) {
			var columns = columns(superuser, table);
			superuser.sql("""
					set session_replication_role = replica; insert into %s (%s) select %s from %s where board_id = '%s';
					set session_replication_role = origin
					""".formatted(table, columns.stream().map(Column::name).collect(Collectors.joining(", ")),
					columns.stream().map(column -> twinOf(column, twin)).collect(Collectors.joining(", ")), table, board)).update();
		}
		return twin;
	}

	/** The id that a row with this id has at the twin. */
	public static UUID id(JdbcClient superuser, UUID twin, UUID id) {
		return superuser.sql("select md5(:both)::uuid").param("both", twin + id.toString()).query((row, _) -> row.getObject(1, UUID.class))
				.single();
	}

	/** Gives every table that has no row of this board one, so that there is something to be seen. */
	public static void fillEmptyTables(JdbcClient superuser, UUID board) {
		for (var table : tables(superuser))
			if (superuser.sql("select count(*) from " + table + " where board_id = :board").param("board", board).query(Long.class)
					.single() == 0)
				fill(superuser, table, board);
	}

	/** Marks the texts of a board, so that they are recognised wherever they turn up; not those that are for everybody. */
	public static void mark(JdbcClient superuser, UUID board, String mark, Set<String> exceptIn) {
		for (var table : tables(superuser).stream().filter(name -> !exceptIn.contains(name)).toList())
			for (var column : columns(superuser, table))
				if (column.type().equals("text") && !column.name().endsWith("_hash"))
					superuser.sql("""
							do $$ begin
								set local session_replication_role = replica;
								update %1$s set %2$s = %2$s || ' %3$s' where board_id = '%4$s';
							exception when check_violation then null; -- a word from a fixed list keeps its meaning
							end $$
							""".formatted(table, column.name(), mark, board)).update();
	}

	private static List<String> tables(JdbcClient superuser) {
		return superuser.sql("""
				select relname from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'board_id'
				where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname
				""").query((row, _) -> row.getString(1)).list();
	}

	private static List<Column> columns(JdbcClient superuser, String table) {
		return superuser.sql("""
				select attname, format_type(atttypid, null) as type, attnum, attnotnull from pg_attribute
				where attrelid = :table::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
				""").param("table", table).query(
				(row, _) -> new Column(row.getString("attname"), row.getString("type"), row.getInt("attnum"), row.getBoolean("attnotnull")))
				.list();
	}

	private static String twinOf(Column column, UUID twin) {
		if (column.name().equals("board_id"))
			return "'" + twin + "'";
		return column.type().equals("uuid") ? "md5('%s' || %s::text)::uuid".formatted(twin, column.name()) : column.name();
	}

	private static void fill(JdbcClient superuser, String table, UUID board) {
		try {
			fill(superuser, table, board, columns(superuser, table).stream().filter(Column::needed).toList());
		} catch (DataIntegrityViolationException _) {
			fill(superuser, table, board, columns(superuser, table)); // some columns only come together
		}
	}

	private static void fill(JdbcClient superuser, String table, UUID board, List<Column> columns) {
		superuser.sql("set session_replication_role = replica; insert into %s (%s) values (%s); set session_replication_role = origin"
				.formatted(table,
						columns.stream().map(Column::name).collect(Collectors.joining(", ")),
						columns.stream().map(column -> something(superuser, table, column, board)).collect(Collectors.joining(", "))))
				.update();
	}

	private static String something(JdbcClient superuser, String table, Column column, UUID board) {
		if (column.name().equals("board_id"))
			return "'" + board + "'";
		return switch (column.type()) {
			case "uuid" -> "uuidv7()";
			case "text" -> "'" + aWordItAccepts(superuser, table, column) + "'";
			case "date" -> "current_date + " + column.place(); // what ends comes after what begins
			case "timestamp with time zone" -> "now() + interval '%d minutes'".formatted(column.place());
			case "integer", "bigint", "smallint" -> "1";
			case "boolean" -> "true";
			case "jsonb" -> "'{}'";
			case "bytea" -> "'x'";
			case "tsvector" -> "to_tsvector('x')";
			default -> column.type().endsWith("[]") ? "'{}'" : "null";
		};
	}

	private static String aWordItAccepts(JdbcClient superuser, String table, Column column) {
		return superuser.sql("""
				select pg_get_constraintdef(oid) from pg_constraint where conrelid = :table::regclass and contype = 'c'
				and conkey = array[(select attnum from pg_attribute where attrelid = :table::regclass and attname = :column)]
				""").param("table", table).param("column", column.name()).query((row, _) -> row.getString(1)).stream()
				.flatMap(check -> WORD.matcher(check).results()).map(found -> found.group(1)).findFirst().map(TwinBoard::fitting)
				.orElse("x");
	}

	/** The word itself, or where it is a pattern something that fits it. */
	private static String fitting(String wordOrPattern) {
		return SHAPES.stream().filter(shape -> shape.matches(wordOrPattern)).findFirst().orElse(wordOrPattern);
	}
}
