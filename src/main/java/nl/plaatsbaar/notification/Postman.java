package nl.plaatsbaar.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.notification.Smtp.Outcome;

/**
 * Brings the mails away, each at most once (see docs/adr/0005): a mail is marked as leaving before it leaves, so that whatever
 * breaks in between nobody gets it twice. Only when the mail server certainly did not take it, it is tried again.
 */
class Postman {

	private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
	private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
	private static final Duration PATIENCE = Duration.ofDays(5);
	/** Far longer than a mail server may take to answer: who left this long ago and never came back was cut off. */
	private static final Duration LOST = Duration.ofMinutes(15);

	private final JdbcClient database;
	private final TransactionTemplate transactions;
	private final Smtp smtp;
	private final Clock clock;

	Postman(JdbcClient database, TransactionTemplate transactions, Smtp smtp, Clock clock) {
		this.database = database;
		this.transactions = transactions;
		this.smtp = smtp;
		this.clock = clock;
	}

	/** Brings away everything that is due. Returns false when the mail server is away, so that there is no sense in hurrying. */
	boolean round() {
		var boards = database.sql("select * from boards_with_mail(:now, :lost)").param("now", at(clock.instant()))
				.param("lost", at(clock.instant().minus(LOST))).query((row, _) -> row.getObject(1, UUID.class)).list();
		for (var board : boards) {
			giveUpOnLost(board);
			for (var mail = take(board); mail.isPresent(); mail = take(board))
				if (!bring(mail.get()))
					return false;
		}
		return true;
	}

	/** @param patientUntil when to stop trying */
	record Mail(UUID board, UUID notice, String address, String subject, String body, @Nullable String link, int attempts,
			Instant patientUntil) {
	}

	private Optional<Mail> take(UUID board) {
		return asBoard(board, () -> database.sql("""
				with taken as (
					update mail set state = 'leaving', left_at = :now, due_at = null, attempts = attempts + 1
					where board_id = :board and notice_id = (
						select notice_id from mail where board_id = :board and state = 'waiting' and due_at <= :now
						order by due_at, notice_id limit 1 for update skip locked)
					returning board_id, notice_id, address, attempts)
				select * from taken join notice on notice.board_id = taken.board_id and notice.id = taken.notice_id
				""").param("now", at(clock.instant())).param("board", board)
				.query((row, _) -> new Mail(board, row.getObject("notice_id", UUID.class), Objects.requireNonNull(row.getString("address")),
						Objects.requireNonNull(row.getString("subject")), Objects.requireNonNull(row.getString("body")),
						row.getString("link"),
						row.getInt("attempts"), row.getObject("at", OffsetDateTime.class).toInstant().plus(PATIENCE)))
				.optional());
	}

	private boolean bring(Mail mail) {
		var outcome = smtp.send(mail);
		switch (outcome) {
			case Outcome.Sent() -> close(mail, "sent", null);
			case Outcome.Refused(var reason) -> close(mail, "refused", reason);
			case Outcome.Unclear(var reason) -> close(mail, "unclear", reason);
			case Outcome.NotNow(var reason) -> later(mail, reason);
			case Outcome.Away(var reason) -> later(mail, reason);
		}
		return !(outcome instanceof Outcome.Away);
	}

	private void close(Mail mail, String state, @Nullable String reason) {
		if (reason != null)
			LOG.warn("Mail {} is {}: {}", mail.notice(), state, reason);
		asBoard(mail.board(), () -> database.sql("""
				update mail set state = :state, reason = :reason, due_at = null
				where board_id = :board and notice_id = :notice and state in ('leaving', 'unclear')
				""").param("state", state).param("reason", reason).param("board", mail.board()).param("notice", mail.notice()).update());
	}

	private void later(Mail mail, String reason) {
		var due = clock.instant().plus(pause(mail.attempts()));
		if (due.isAfter(mail.patientUntil())) {
			close(mail, "refused", reason);
			return;
		}
		LOG.info("Mail {} waits until {}: {}", mail.notice(), due, reason);
		asBoard(mail.board(), () -> database.sql("""
				update mail set state = 'waiting', due_at = :due, reason = :reason
				where board_id = :board and notice_id = :notice and state = 'leaving'
				""").param("due", at(due)).param("reason", reason).param("board", mail.board()).param("notice", mail.notice()).update());
	}

	private static Duration pause(int attempts) {
		var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
		return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
	}

	private void giveUpOnLost(UUID board) {
		asBoard(board, () -> database.sql("""
				update mail set state = 'unclear', reason = 'the program stopped while it was leaving'
				where board_id = :board and state = 'leaving' and left_at < :lost
				""").param("board", board).param("lost", at(clock.instant().minus(LOST))).update());
	}

	/** Nobody is signed in here: the postman serves the boards one by one. */
	private <T> T asBoard(UUID board, Supplier<T> work) {
		return Objects.requireNonNull(transactions.execute(_ -> {
			database.sql("select set_config('app.board', :board, true)").param("board", board.toString()).query().listOfRows();
			return work.get();
		}));
	}

	private static OffsetDateTime at(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}
}
