package nl.plaatsbaar.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The inbox of everybody, and the mails that still have to leave. */
@Component
class Letters implements Notices, Inbox {

	private final JdbcClient database;
	private final Clock clock;
	private final ApplicationEventPublisher events;

	Letters(JdbcClient database, Clock clock, ApplicationEventPublisher events) {
		this.database = database;
		this.clock = clock;
		this.events = events;
	}

	/** Wakes the postman once the letter is really there. */
	record LetterWaits() {
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void send(Notice notice) {
		keep(notice).ifPresent(letter -> {
			var address = notice.email();
			if (address != null)
				post(notice.board(), letter, address);
		});
	}

	/** Nothing when the same key was handed in before. */
	private Optional<UUID> keep(Notice notice) {
		return database.sql("""
				insert into notice (board_id, person_id, key, subject, body, link, at)
				values (:board, :person, :key, :subject, :body, :link, :at)
				on conflict (board_id, person_id, key) do nothing returning id
				""").param("board", notice.board()).param("person", notice.person()).param("key", notice.key())
				.param("subject", notice.subject())
				.param("body", notice.body()).param("link", notice.link()).param("at", now()).query(UUID.class).optional();
	}

	private void post(UUID board, UUID letter, String address) {
		database.sql("insert into mail (board_id, notice_id, address, due_at) values (:board, :letter, :address, :now)")
				.param("board", board)
				.param("letter", letter).param("address", address).param("now", now()).update();
		events.publishEvent(new LetterWaits());
	}

	@Override
	@Transactional(readOnly = true)
	public List<Letter> of(UUID board, UUID person, int limit) {
		return database.sql("""
				select id, subject, body, link, at, read_at from notice
				where board_id = :board and person_id = :person order by at desc, id desc limit :limit
				""").param("board", board).param("person", person).param("limit", limit)
				.query((row, _) -> new Letter(row.getObject("id", UUID.class),
						Objects.requireNonNull(row.getString("subject")), Objects.requireNonNull(row.getString("body")),
						row.getString("link"),
						row.getObject("at", OffsetDateTime.class).toInstant(), row.getObject("read_at") != null))
				.list();
	}

	@Override
	@Transactional(readOnly = true)
	public int unread(UUID board, UUID person) {
		return database.sql("select count(*) from notice where board_id = :board and person_id = :person and read_at is null")
				.param("board", board)
				.param("person", person).query(Integer.class).single();
	}

	@Override
	@Transactional
	public void mark(UUID board, UUID person, UUID letter, boolean read) {
		database.sql("update notice set read_at = :at where board_id = :board and person_id = :person and id = :letter")
				.param("at", read ? now() : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE).param("board", board).param("person", person)
				.param("letter", letter).update();
	}

	@Override
	@Transactional
	public void markAllRead(UUID board, UUID person) {
		database.sql("update notice set read_at = :at where board_id = :board and person_id = :person and read_at is null")
				.param("at", now())
				.param("board", board).param("person", person).update();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void empty(UUID board, UUID person) {
		database.sql("delete from notice where board_id = :board and person_id = :person").param("board", board).param("person", person)
				.update();
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
	}
}
