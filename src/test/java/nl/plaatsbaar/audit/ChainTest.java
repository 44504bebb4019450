package nl.plaatsbaar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.TestDatabase;
import nl.plaatsbaar.access.Tenancy;
import nl.plaatsbaar.audit.AuditLog.Finding;
import nl.plaatsbaar.audit.AuditLog.Flaw;

/** The log keeps what was written in it, and shows it when somebody did not leave it alone. */
@PlaatsbaarTest
class ChainTest {

	private static final AtomicInteger NUMBER = new AtomicInteger(1);

	/** Every test has a board of its own, so a broken chain stays its own business. */
	private final UUID board = new UUID(0x7000, NUMBER.incrementAndGet());
	private final UUID person = UUID.randomUUID();

	@TempDir
	Path folder;

	@Autowired
	AuditTrail trail;

	@Autowired
	AuditLog log;

	@Autowired
	VerifyAudit command;

	@Autowired
	Tenancy tenancy;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient program;

	@Autowired
	TestDatabase database;

	@Test
	void whatHappenedIsReadBackInFullWithWhoDidIt() {
		var addition = UUID.randomUUID();
		record(Recordable.of("policy.addition.added", "addition", addition).with("article", "A.1").with("school", "De Vlieger"));

		var entry = tenancy.as(board, () -> log.before(board, Long.MAX_VALUE, 10)).getFirst();
		assertThat(entry.seq()).isEqualTo(1);
		assertThat(entry.what()).isEqualTo("policy.addition.added");
		assertThat(entry.person()).isEqualTo(person);
		assertThat(entry.details()).isEqualTo(Map.of("article", "A.1", "school", "De Vlieger"));
		assertThat(tenancy.as(board, () -> log.about(board, addition, 10))).containsExactly(entry);
	}

	@Test
	void aChangeThatIsTakenBackLeavesNoTrace() {
		assertThatThrownBy(() -> tenancy.as(board, () -> transaction.executeWithoutResult(_ -> {
			trail.record(board, person, Recordable.of("consent.given"));
			throw new IllegalStateException("the form was not right after all");
		}))).isInstanceOf(IllegalStateException.class);

		assertThat(tenancy.as(board, () -> log.before(board, Long.MAX_VALUE, 10))).isEmpty();
	}

	@Test
	void aChangeIsOnlyRecordedTogetherWithTheChange() {
		assertThatThrownBy(() -> tenancy.as(board, () -> trail.record(board, person, Recordable.of("consent.given"))))
				.isInstanceOf(IllegalTransactionStateException.class);
	}

	@Test
	void aLookIsRecordedApartAndNeverInsideTheWorkItself() {
		tenancy.as(board, () -> trail.recordApart(board, person, Recordable.of("dossier.seen")));

		assertThat(whole().entries()).isEqualTo(1);
		assertThatThrownBy(() -> tenancy.as(board,
				() -> transaction.executeWithoutResult(_ -> trail.recordApart(board, person, Recordable.of("dossier.seen")))))
				.isInstanceOf(IllegalTransactionStateException.class).hasMessageContaining("before or after");
	}

	@Test
	void theProgramCanNeitherChangeNorRemoveWhatItWrote() {
		record(Recordable.of("consent.withdrawn"));

		assertRefused("update audit_entry set what = 'consent.given'");
		assertRefused("delete from audit_entry");
		assertRefused("truncate audit_entry");
		assertThat(whole().entries()).isEqualTo(1);
	}

	@Test
	void manyWritersAtOnceMakeOneChain() throws Exception {
		try (var teachers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int number = 0; number < 200; number++)
				teachers.submit(() -> record(Recordable.of("post.sent")));
		}
		assertThat(whole().entries()).isEqualTo(200);
	}

	@Test
	void whoChangesAnEntryBehindTheProgramIsFoundOut() {
		threeEntries();
		asOwner("update audit_entry set details = '{\"who\": \"somebody else\"}' where board_id = '%s' and seq = 2".formatted(board));

		assertThat(verify()).isEqualTo(new Finding.Broken(2, Flaw.CHANGED));
		assertThat(run()).isEqualTo(1);
	}

	@Test
	void whoRemovesAnEntryBehindTheProgramIsFoundOut() {
		threeEntries();
		asOwner("delete from audit_entry where board_id = '%s' and seq = 2".formatted(board));

		assertThat(verify()).isEqualTo(new Finding.Broken(2, Flaw.MISSING));
	}

	@Test
	void whoSealsAForgedEntryAnewBreaksTheNextOne() {
		threeEntries();
		var first = tenancy.as(board, () -> log.before(board, 2, 1)).getFirst();
		var forged = new AuditEntry(1, first.at(), null, first.what(), null, null, Map.of());
		database.superuser()
				.sql("update audit_entry set person_id = null, details = '{}', seal = :seal where board_id = :board and seq = 1")
				.param("seal", Seal.of(Seal.NOTHING, board, forged)).param("board", board).update();

		assertThat(verify()).isEqualTo(new Finding.Broken(2, Flaw.UNLINKED));
	}

	@Test
	void whoCutsOffTheEndIsFoundOutByTheSealsThatWereWrittenDown() throws Exception {
		threeEntries();
		var earlier = Files.writeString(folder.resolve("seals"), "%s %d %s\n".formatted(board, whole().entries(), whole().seal()));
		record(Recordable.of("consent.given"));
		assertThat(stillFits(earlier)).isTrue();

		asOwner("delete from audit_entry where board_id = '%s' and seq >= 3".formatted(board));

		assertThat(verify()).isInstanceOf(Finding.Whole.class);
		assertThat(stillFits(earlier)).isFalse();
	}

	@Test
	void theCommandWantsTheLinesAsTheyWerePrinted() throws Exception {
		assertThat(command.run(List.of(Files.writeString(folder.resolve("note"), "all is well").toString()))).isEqualTo(2);
		assertThat(command.run(List.of(folder.resolve("not there").toString()))).isEqualTo(2);
		assertThat(command.run(List.of("one", "two"))).isEqualTo(2);
	}

	@Test
	void twoEntriesNeverHaveTheSameSealBecauseTheirWordsRunTogether() {
		var at = Instant.EPOCH;
		var one = Seal.of(Seal.NOTHING, board, new AuditEntry(1, at, null, "a.b", null, null, Map.of("ab", "c")));
		var other = Seal.of(Seal.NOTHING, board, new AuditEntry(1, at, null, "a.b", null, null, Map.of("a", "bc")));

		assertThat(one).isNotEqualTo(other);
	}

	private void threeEntries() {
		for (int number = 0; number < 3; number++)
			record(Recordable.of("consent.asked").with("number", String.valueOf(number)));
	}

	private void record(Recordable event) {
		tenancy.as(board, () -> transaction.executeWithoutResult(_ -> trail.record(board, person, event)));
	}

	private Finding verify() {
		return tenancy.as(board, () -> log.verify(board));
	}

	private Finding.Whole whole() {
		assertThat(verify()).isInstanceOf(Finding.Whole.class);
		return (Finding.Whole) verify();
	}

	private int run() {
		return command.run(List.of());
	}

	/** Other tests leave broken chains behind; here it is about this board only. */
	private boolean stillFits(Path earlier) {
		var screen = System.err;
		var said = new ByteArrayOutputStream();
		System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
		try {
			command.run(List.of(earlier.toString()));
			return !said.toString(StandardCharsets.UTF_8).contains(board + " no longer has entry");
		} finally {
			System.setErr(screen);
		}
	}

	private void assertRefused(String sql) {
		assertThatThrownBy(() -> tenancy.as(board, () -> program.sql(sql).update())).isInstanceOf(DataAccessException.class)
				.hasStackTraceContaining("permission denied");
	}

	/** Somebody with the keys of the database, who switches the wall off first. */
	private void asOwner(String sql) {
		assertThat(database.owner()
				.sql("alter table audit_entry disable row level security; %s; alter table audit_entry enable row level security"
						.formatted(sql))
				.update()).isNotNegative();
	}
}
