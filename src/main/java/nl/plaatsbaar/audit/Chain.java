package nl.plaatsbaar.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log of each board as one chain: every entry carries the seal of the one before it. */
@Component
class Chain implements AuditTrail, AuditLog {

	private static final int PAGE = 2_000;

	private final JdbcClient database;
	private final JsonMapper json;
	private final Clock clock;
	private final TransactionTemplate transactions;

	Chain(JdbcClient database, JsonMapper json, Clock clock, PlatformTransactionManager transactions) {
		this.database = database;
		this.json = json;
		this.clock = clock;
		this.transactions = new TransactionTemplate(transactions);
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(UUID board, @Nullable UUID person, Recordable event) {
		append(board, person, event);
	}

	@Override
	public void recordApart(UUID board, @Nullable UUID person, Recordable event) {
		// A second connection beside the one in hand would wait for itself: that one may hold the turn of this board.
		if (TransactionSynchronizationManager.isActualTransactionActive())
			throw new IllegalTransactionStateException(
					"'%s' is recorded apart: do so before or after the transaction, not in it".formatted(event.what()));
		transactions.executeWithoutResult(_ -> append(board, person, event));
	}

	private void append(UUID board, @Nullable UUID person, Recordable event) {
		waitForMyTurn(board);
		var last = last(board);
		var entry = new AuditEntry(last.seq() + 1, clock.instant().truncatedTo(ChronoUnit.MICROS), person, event.what(),
				event.subjectKind(),
				event.subject(), event.details());
		database.sql("""
				insert into audit_entry (board_id, seq, at, person_id, what, subject_kind, subject, details, previous, seal)
				values (:board, :seq, :at, :person, :what, :kind, :subject, :details::jsonb, :previous, :seal)
				""").param("board", board).param("seq", entry.seq()).param("at", OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
				.param("person", person).param("what", entry.what()).param("kind", entry.subjectKind()).param("subject", entry.subject())
				.param("details", json.writeValueAsString(new TreeMap<>(entry.details()))).param("previous", last.seal())
				.param("seal", Seal.of(last.seal(), board, entry)).update();
	}

	/** One writer per board at a time, until its transaction ends: two entries cannot both follow the same one. */
	private void waitForMyTurn(UUID board) {
		database.sql("select pg_advisory_xact_lock(hashtextextended('audit:' || :board, 0))").param("board", board.toString()).query()
				.listOfRows();
	}

	private Link last(UUID board) {
		return database.sql("select seq, seal from audit_entry where board_id = :board order by seq desc limit 1").param("board", board)
				.query((row, _) -> new Link(row.getLong("seq"), row.getBytes("seal"))).optional().orElse(new Link(0, Seal.NOTHING));
	}

	private record Link(long seq, byte[] seal) {
	}

	@Override
	@Transactional(readOnly = true)
	public List<AuditEntry> before(UUID board, long seq, int limit) {
		return database.sql("select * from audit_entry where board_id = :board and seq < :seq order by seq desc limit :limit")
				.param("board", board)
				.param("seq", seq).param("limit", limit).query((row, _) -> entry(row)).list();
	}

	@Override
	@Transactional(readOnly = true)
	public List<AuditEntry> about(UUID board, UUID subject, int limit) {
		return database.sql("select * from audit_entry where board_id = :board and subject = :subject order by seq desc limit :limit")
				.param("board", board).param("subject", subject).param("limit", limit).query((row, _) -> entry(row)).list();
	}

	@Override
	@Transactional(readOnly = true)
	public Finding verify(UUID board) {
		var link = new Link(0, Seal.NOTHING);
		while (true) {
			var page = page(board, link.seq());
			for (var sealed : page) {
				var why = whyBroken(board, link, sealed);
				if (why != null)
					return new Finding.Broken(link.seq() + 1, why);
				link = new Link(sealed.entry().seq(), sealed.seal());
			}
			if (page.size() < PAGE)
				return new Finding.Whole(link.seq(), HexFormat.of().formatHex(link.seal()));
		}
	}

	@Override
	@Transactional(readOnly = true)
	public boolean carries(UUID board, long seq, String seal) {
		return database.sql("select encode(seal, 'hex') = :seal from audit_entry where board_id = :board and seq = :seq")
				.param("seal", seal)
				.param("board", board).param("seq", seq).query(Boolean.class).optional().orElse(false);
	}

	private record Sealed(AuditEntry entry, byte[] previous, byte[] seal) {
	}

	private List<Sealed> page(UUID board, long after) {
		return database.sql("select * from audit_entry where board_id = :board and seq > :after order by seq limit :limit")
				.param("board", board)
				.param("after", after).param("limit", PAGE)
				.query((row, _) -> new Sealed(entry(row), row.getBytes("previous"), row.getBytes("seal"))).list();
	}

	private static @Nullable Flaw whyBroken(UUID board, Link before, Sealed sealed) {
		if (sealed.entry().seq() != before.seq() + 1)
			return Flaw.MISSING;
		if (!Arrays.equals(sealed.previous(), before.seal()))
			return Flaw.UNLINKED;
		if (!Arrays.equals(sealed.seal(), Seal.of(before.seal(), board, sealed.entry())))
			return Flaw.CHANGED;
		return null;
	}

	private AuditEntry entry(ResultSet row) throws SQLException {
		return new AuditEntry(row.getLong("seq"), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getObject("person_id", UUID.class),
				Objects.requireNonNull(row.getString("what")), row.getString("subject_kind"), row.getObject("subject", UUID.class),
				details(Objects.requireNonNull(row.getString("details"))));
	}

	private Map<String, String> details(String text) {
		return json.readValue(text, new TypeReference<>() {
		});
	}
}
