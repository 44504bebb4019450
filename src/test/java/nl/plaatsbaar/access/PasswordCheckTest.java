package nl.plaatsbaar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import nl.plaatsbaar.access.AccountBook.Account;

class PasswordCheckTest {

	private final AtomicInteger comparisons = new AtomicInteger();
	private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 1 << 10, 1) {
		@Override
		protected boolean matchesNonNull(String rawPassword, String encodedPassword) {
			comparisons.incrementAndGet();
			return super.matchesNonNull(rawPassword, encodedPassword);
		}
	};
	private final PasswordCheck check = new PasswordCheck(encoder);

	@Test
	void nobodyLearnsByTheClockWhetherAnAddressIsKnownOrHasAPassword() {
		var withPassword = new Account(UUID.randomUUID(), UUID.randomUUID(), "Ruben", encoder.encode("geheim"));
		var without = new Account(UUID.randomUUID(), UUID.randomUUID(), "Nieuw", null);

		for (var known : List.of(List.<Account>of(), List.of(without), List.of(withPassword))) {
			comparisons.set(0);
			assertThat(check.whose(known, "geraden")).isEmpty();
			assertThat(comparisons).as("comparisons for %s", known).hasValue(1);
		}
		assertThat(check.whose(List.of(without, withPassword), "geheim")).contains(withPassword);
	}
}
