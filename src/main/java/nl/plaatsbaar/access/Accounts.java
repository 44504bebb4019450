package nl.plaatsbaar.access;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Who can sign in. Call within a transaction. */
public interface Accounts {

	/**
	 * Opens an account, or changes name, address and password of the one that is there.
	 *
	 * @param password in clear, kept as an argon2 hash only; nothing means that this person cannot sign in with a password (yet)
	 */
	void open(UUID board, UUID person, String name, String email, @Nullable String password);

	/** Closes the account: no sign-in any more and every session of it ends. */
	void close(UUID board, UUID person);

	/** Takes the passwords of all accounts of a board away, so that nobody signs in there with one. */
	void takePasswords(UUID board);

	/** The mail address of the account, for a notice. */
	Optional<String> email(UUID board, UUID person);
}
