package nl.plaatsbaar.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;

@Component
class AccountBook implements Accounts {

	private final JdbcClient database;
	private final PasswordEncoder encoder;
	private final AuditTrail trail;
	private final Clock clock;

	AccountBook(JdbcClient database, PasswordEncoder encoder, AuditTrail trail, Clock clock) {
		this.database = database;
		this.encoder = encoder;
		this.trail = trail;
		this.clock = clock;
	}

	record Account(UUID board, UUID person, String name, @Nullable String passwordHash) {
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void open(UUID board, UUID person, String name, String email, @Nullable String password) {
		database.sql(
				"""
						insert into account (board_id, person_id, name, email, password_hash, opened_at)
						values (:board, :person, :name, :email, :hash, :now)
						on conflict (board_id, person_id) do update set name = excluded.name, email = excluded.email, password_hash = excluded.password_hash
						""")
				.param("board", board).param("person", person).param("name", name).param("email", folded(email))
				.param("hash", password == null ? null : encoder.encode(password))
				.param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
				.update();
		trail.record(board, null, Recordable.of("access.account.opened", "person", person));
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void close(UUID board, UUID person) {
		var closed = database.sql("delete from account where board_id = :board and person_id = :person").param("board", board)
				.param("person", person)
				.update();
		if (closed > 0)
			trail.record(board, null, Recordable.of("access.account.closed", "person", person));
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<String> email(UUID board, UUID person) {
		return database.sql("select email from account where board_id = :board and person_id = :person").param("board", board)
				.param("person", person)
				.query((row, _) -> Objects.requireNonNull(row.getString(1))).optional();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void takePasswords(UUID board) {
		var taken = database.sql("update account set password_hash = null where board_id = :board and password_hash is not null")
				.param("board", board).update();
		if (taken > 0)
			trail.record(board, null,
					Recordable.of("access.account.passwords-taken", "board", board).with("accounts", String.valueOf(taken)));
	}

	/** The one way an address is written, in the register as well as at the door. */
	static String folded(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

	/** The accounts at this mail address (as {@link #folded} writes it), of whatever board: a parent may have children at two. */
	@Transactional(readOnly = true)
	public List<Account> at(String email) {
		return database.sql("select * from accounts_of(:address)").param("address", email)
				.query((row, _) -> new Account(row.getObject("board_id", UUID.class), row.getObject("person_id", UUID.class),
						Objects.requireNonNull(row.getString("name")), row.getString("password_hash")))
				.list();
	}

	@Transactional(readOnly = true)
	public Optional<String> name(UUID board, UUID person) {
		return database.sql("select name from account where board_id = :board and person_id = :person").param("board", board)
				.param("person", person)
				.query((row, _) -> Objects.requireNonNull(row.getString(1))).optional();
	}
}
