package nl.plaatsbaar.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import nl.plaatsbaar.access.AccountBook.Account;

/** Whose password it is. Takes as long for an address without an account or without a password, so that time tells nobody who is known. */
@Component
class PasswordCheck {

	private final PasswordEncoder encoder;
	private final String nobodysHash;
	/** One comparison costs a processor and much memory; more at once only make everybody wait. */
	private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

	PasswordCheck(PasswordEncoder encoder) {
		this.encoder = encoder;
		this.nobodysHash = encoder.encode(UUID.randomUUID().toString());
	}

	/** One comparison, except for the rare address that has passwords at several boards. */
	Optional<Account> whose(List<Account> known, String password) {
		var withPassword = known.stream().filter(account -> account.passwordHash() != null).toList();
		if (withPassword.isEmpty())
			fits(password, nobodysHash);
		return withPassword.stream().filter(account -> fits(password, Objects.requireNonNull(account.passwordHash()))).findFirst();
	}

	private boolean fits(String password, String hash) {
		processors.acquireUninterruptibly();
		try {
			return encoder.matches(password, hash);
		} finally {
			processors.release();
		}
	}
}
