package nl.plaatsbaar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.TestDatabase;
import nl.plaatsbaar.TwinBoard;

/** No board sees another, even where the code forgets to ask: the wall stands in the database, around every table there is. */
@PlaatsbaarTest
class BoundaryTest {

	/** Public facts that must be known before a board is: which school is this, which policy did it publish. */
	static final Set<String> READ_BY_EVERYBODY = Set.of("school_directory", "public_policy");

	@Autowired
	TestDatabase database;

	@Autowired
	JdbcClient program;

	@Autowired
	Tenancy tenancy;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void onlyTheProgramMayCallWhatLooksOverTheWall() {
		assertThat(database.superuser().sql("""
				select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
				and (proacl is null or exists (select 1 from aclexplode(proacl) where grantee = 0))
				""").query(String.class).list()).isEmpty();
		assertThat(database.superuser().sql("select has_function_privilege('plaatsbaar_app', 'accounts_of(text)', 'execute')")
				.query(Boolean.class).single()).isTrue();
	}

	@Test
	void everyTableOfABoardStandsBehindTheWall() {
		assertThat(tablesOfBoards()).hasSizeGreaterThan(15).contains("audit_entry", "notice", "mail", "account", "role_grant", "person");
		assertThat(names("""
				select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
				and relname = any(:tables) and not (relrowsecurity and relforcerowsecurity)
				""", tablesOfBoards())).as("tables without forced row-level security").isEmpty();
	}

	@Test
	void aTableWithoutABoardHoldsOnlyWhatTheProgramMayNotWrite() {
		assertThat(database.superuser().sql("""
				select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
				and not exists (select 1 from pg_attribute where attrelid = pg_class.oid and attname = 'board_id' and attnotnull)
				and has_table_privilege('plaatsbaar_app', oid, 'insert, update, delete')
				""").query(String.class).list()).as("tables without a board that the program may write").isEmpty();
	}

	@Test
	void everyKeyBeginsWithTheBoard() {
		assertThat(names("""
				select c.relname || ' ' || i.relname from pg_index x
				join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
				where c.relname = any(:tables) and c.relnamespace = 'public'::regnamespace and (x.indisunique or x.indisexclusion)
				and not exists (
					select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'board_id'
					and case when x.indisprimary then x.indkey[0] = a.attnum else a.attnum = any(x.indkey) end)
				""", tablesOfBoards())).as("unique keys without the board").isEmpty();
		assertThat(names("""
				select c.relname || ' ' || f.conname from pg_constraint f join pg_class c on c.oid = f.conrelid
				where f.contype = 'f' and c.relname = any(:tables) and not exists (
					select 1 from unnest(f.conkey, f.confkey) as k (here, there)
					join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.here and a.attname = 'board_id'
					join pg_attribute b on b.attrelid = f.confrelid and b.attnum = k.there and b.attname = 'board_id')
				""", tablesOfBoards())).as("foreign keys that could lead to another board").isEmpty();
	}

	@Test
	void tenBoardsWithRowsInEveryTableSeeOnlyTheirOwn() {
		var boards = new ArrayList<>(List.of(Cast.board()));
		TwinBoard.fillEmptyTables(database.superuser(), Cast.board());
		for (int number = 1; number < 10; number++)
			boards.add(TwinBoard.of(database.superuser(), Cast.board(), number));
		var leaks = new TreeSet<String>();
		var looked = 0;
		for (var table : tablesOfBoards())
			for (var board : boards) {
				var really = rows(database.superuser(), table, board);
				assertThat(really).as("rows of %s to look for", table).isPositive();
				looked++;
				tenancy.as(board, () -> {
					if (!READ_BY_EVERYBODY.contains(table) && rowsOfOthers(table, board) > 0)
						leaks.add("%s shows rows of others to %s".formatted(table, board));
					if (rows(program, table, board) != really)
						leaks.add("%s hides rows of %s from itself".formatted(table, board));
				});
			}
		assertThat(looked).isGreaterThan(150);
		assertThat(leaks).isEmpty();
	}

	@Test
	void whoIsBoundToNoBoardSeesNothing() {
		TwinBoard.fillEmptyTables(database.superuser(), Cast.board());

		for (var table : tablesOfBoards())
			if (!READ_BY_EVERYBODY.contains(table))
				assertThat(program.sql("select count(*) from " + table).query(Long.class).single()).as(table).isZero();
	}

	@Test
	void oneBoardCannotWriteWithAnother() {
		var other = TwinBoard.of(database.superuser(), Cast.board(), 11);

		for (var table : tablesOfBoards()) {
			tenancy.as(Cast.board(), () -> {
				assertThat(orRefused(
						() -> program.sql("update " + table + " set board_id = :mine where board_id = :other").param("mine", Cast.board())
								.param("other", other).update()))
						.as("stolen from " + table).isZero();
				assertThat(orRefused(() -> program.sql("delete from " + table + " where board_id = :other").param("other", other).update()))
						.as("thrown out of " + table).isZero();
			});
		}
		assertThatThrownBy(() -> tenancy.as(Cast.board(),
				() -> program
						.sql("""
								insert into account (board_id, person_id, name, email, opened_at) values (:other, uuidv7(), 'Spion', 'spion@example.org', now())
								""")
						.param("other", other).update()))
				.isInstanceOf(DataAccessException.class).hasStackTraceContaining("row-level security");
	}

	@Test
	void aConnectionForgetsTheBoardEvenWhenItsTransactionFailed() {
		assertThatThrownBy(() -> tenancy.as(Cast.board(), () -> transaction.executeWithoutResult(_ -> {
			assertThat(accounts()).isPositive();
			program.sql("select 1 / 0").query(Integer.class).single();
		}))).isInstanceOf(DataAccessException.class);

		// More often than the pool has connections, so that the one that failed comes by.
		assertThat(IntStream.range(0, 30).mapToLong(_ -> accounts())).containsOnly(0L);
	}

	private long accounts() {
		return program.sql("select count(*) from account").query(Long.class).single();
	}

	@Test
	void aBoardIsBoundBeforeTheTransactionBegins() {
		assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> tenancy.as(Cast.board(), () -> {
		}))).isInstanceOf(IllegalStateException.class).hasMessageContaining("bind board");
	}

	private List<String> tablesOfBoards() {
		return database.superuser().sql("""
				select relname from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'board_id'
				where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname
				""").query((row, _) -> row.getString(1)).list();
	}

	private List<String> names(String query, List<String> tables) {
		return database.superuser().sql(query).param("tables", tables.toArray(String[]::new)).query((row, _) -> row.getString(1)).list();
	}

	private static long rows(JdbcClient who, String table, UUID board) {
		return who.sql("select count(*) from " + table + " where board_id = :board").param("board", board).query(Long.class).single();
	}

	private long rowsOfOthers(String table, UUID board) {
		return program.sql("select count(*) from " + table + " where board_id <> :board").param("board", board).query(Long.class).single();
	}

	/** Where the program may not write at all, it certainly wrote nothing of another. */
	private static int orRefused(Supplier<Integer> write) {
		try {
			return write.get();
		} catch (DataAccessException refused) {
			assertThat(refused).hasStackTraceContaining("permission denied");
			return 0;
		}
	}
}
