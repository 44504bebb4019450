package nl.plaatsbaar.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import nl.plaatsbaar.access.Tenancy;
import nl.plaatsbaar.rules.Platform;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.UnreadablePolicy;

/**
 * The shelf of every board, kept for a moment: each answer of the program asks for it, and it changes a few times a year. Who changes
 * it calls {@link #changed}; another instance of the program sees the change within {@link #STALE}.
 */
@Component
final class Shelves {

	private static final Logger LOG = LoggerFactory.getLogger(Shelves.class);
	private static final Duration STALE = Duration.ofSeconds(2);
	private static final int MOST = 500;

	private final JdbcClient jdbc;
	private final Tenancy tenancy;
	private final ConcurrentHashMap<UUID, Kept> kept = new ConcurrentHashMap<>();
	/** By digest; empty for what cannot be read, so that it is tried and told once. */
	private final ConcurrentHashMap<String, Optional<PolicyFile>> files = new ConcurrentHashMap<>();

	private record Kept(Shelf shelf, long readAt) {
	}

	Shelves(JdbcClient jdbc, Tenancy tenancy) {
		this.jdbc = jdbc;
		this.tenancy = tenancy;
	}

	Shelf of(@Nullable UUID board) {
		if (board == null)
			return Shelf.EMPTY;
		// A transaction sees its own changes, and nobody else may see them before they are certain.
		if (TransactionSynchronizationManager.isActualTransactionActive())
			return read(board);
		long now = System.nanoTime();
		var known = kept.get(board);
		if (known != null && now - known.readAt() < STALE.toNanos())
			return known.shelf();
		if (kept.size() >= MOST)
			kept.clear();
		var shelf = read(board);
		kept.put(board, new Kept(shelf, now));
		return shelf;
	}

	private Shelf read(UUID board) {
		return tenancy.as(board, () -> {
			var rows = versions(board);
			return new Shelf(rows.stream().flatMap(row -> row.version().stream()).toList(), additions(board), platforms(board),
					rows.stream().filter(row -> row.version().isEmpty()).map(row -> new Shelf.Spoilt(row.title(), row.from())).toList());
		});
	}

	private record Row(String title, LocalDate from, Optional<PolicyVersion> version) {
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

	private List<Row> versions(UUID board) {
		return jdbc.sql("""
				select id, title, in_force_from, yaml, digest, example, source_name, source_digest, adopted_by, adopted_at
				from policy_version where board_id = :board and withdrawn_at is null order by in_force_from""").param("board", board)
				.query((row, _) -> new Row(row.getString("title"), row.getObject("in_force_from", LocalDate.class), version(row))).list();
	}

	private Optional<PolicyVersion> version(ResultSet row) throws SQLException {
		String yaml = row.getString("yaml"), digest = row.getString("digest");
		if (files.size() >= MOST)
			files.clear();
		var id = row.getObject("id", UUID.class);
		var file = files.computeIfAbsent(digest, _ -> file(id, yaml));
		return file.isEmpty()
				? Optional.empty()
				: Optional.of(new PolicyVersion(id, file.get(), yaml, digest, row.getString("example"), row.getString("source_name"),
						row.getString("source_digest"), row.getObject("adopted_by", UUID.class), instant(row, "adopted_at")));
	}

	// It was readable when it was adopted; a newer program may think otherwise, and the other versions should not suffer from it.
	private static Optional<PolicyFile> file(UUID version, String yaml) {
		try {
			return Optional.of(PolicyFile.read(yaml));
		} catch (UnreadablePolicy wrong) {
			LOG.error("Policy version {} can no longer be read and is left out: {}", version, wrong.getMessage());
			return Optional.empty();
		}
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
