package nl.plaatsbaar.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import nl.plaatsbaar.access.Tenancy;
import nl.plaatsbaar.rules.Platform;
import nl.plaatsbaar.rules.PolicyFile;

/**
 * The shelf of every board, kept for a moment: each answer of the program asks for it, and it changes a few times a year. Who changes
 * it calls {@link #changed}; another instance of the program sees the change within {@link #STALE} milliseconds.
 */
@Component
final class Shelves {

	private static final long STALE = 2_000;
	private static final int MOST = 500;

	private final JdbcClient jdbc;
	private final Tenancy tenancy;
	private final Clock clock;
	private final ConcurrentHashMap<UUID, Kept> kept = new ConcurrentHashMap<>();
	private final ConcurrentHashMap<String, PolicyFile> files = new ConcurrentHashMap<>();

	private record Kept(Shelf shelf, long readAt) {
	}

	Shelves(JdbcClient jdbc, Tenancy tenancy, Clock clock) {
		this.jdbc = jdbc;
		this.tenancy = tenancy;
		this.clock = clock;
	}

	Shelf of(@Nullable UUID board) {
		if (board == null)
			return Shelf.EMPTY;
		// A transaction sees its own changes, and nobody else may see them before they are certain.
		if (TransactionSynchronizationManager.isActualTransactionActive())
			return read(board);
		long now = clock.millis();
		var known = kept.get(board);
		if (known != null && now - known.readAt() < STALE)
			return known.shelf();
		if (kept.size() >= MOST)
			kept.clear();
		var shelf = read(board);
		kept.put(board, new Kept(shelf, now));
		return shelf;
	}

	private Shelf read(UUID board) {
		return tenancy.as(board, () -> new Shelf(versions(board), additions(board), platforms(board)));
	}

	/** The shelf of this board changes in the transaction that runs now. */
	void changed(UUID board) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				forget(board);
			}
		});
	}

	void forget(UUID board) {
		kept.remove(board);
	}

	private List<PolicyVersion> versions(UUID board) {
		return jdbc.sql("""
				select id, yaml, digest, example, source_name, source_digest, adopted_by, adopted_at
				from policy_version where board_id = :board and withdrawn_at is null order by in_force_from""").param("board", board)
				.query((row, _) -> version(row)).list();
	}

	private PolicyVersion version(ResultSet row) throws SQLException {
		String yaml = row.getString("yaml"), digest = row.getString("digest");
		if (files.size() >= MOST)
			files.clear();
		var file = files.computeIfAbsent(digest, _ -> Shelf.readable(yaml));
		return new PolicyVersion(row.getObject("id", UUID.class), file, yaml, digest, row.getString("example"),
				row.getString("source_name"), row.getString("source_digest"), row.getObject("adopted_by", UUID.class),
				instant(row, "adopted_at"));
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private List<SchoolAddition> additions(UUID board) {
		return jdbc.sql("""
				select id, school_id, number, heading, article, digest, in_force_from, valid_until, added_by, added_at
				from school_addition where board_id = :board order by in_force_from, id""").param("board", board)
				.query((row, _) -> new SchoolAddition(board, row.getObject("id", UUID.class), row.getObject("school_id", UUID.class),
						row.getString("number"), row.getString("heading"), row.getString("article"), row.getString("digest"),
						row.getObject("in_force_from", LocalDate.class), row.getObject("valid_until", LocalDate.class),
						row.getObject("added_by", UUID.class), instant(row, "added_at")))
				.list();
	}

	private List<KnownPlatform> platforms(UUID board) {
		return jdbc.sql("""
				select id, name, place, minimum_age, age_source, synonyms, valid_from, valid_until
				from platform where board_id = :board order by name""").param("board", board)
				.query((row, _) -> new KnownPlatform(
						new Platform(row.getString("id"), row.getString("name"), row.getString("place"), row.getInt("minimum_age"),
								List.of((String[]) row.getArray("synonyms").getArray())),
						row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class),
						row.getString("age_source"),
						true))
				.list();
	}
}
