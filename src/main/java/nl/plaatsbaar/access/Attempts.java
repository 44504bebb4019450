package nl.plaatsbaar.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords: after ten wrong ones for one address, or a hundred from one place (a whole school may sit
 * behind one), nobody gets in there for a quarter of an hour. Counted per running program.
 */
@Component
class Attempts {

	private static final Duration WAIT = Duration.ofMinutes(15);
	private static final int FOR_ONE_ADDRESS = 10;
	private static final int FROM_ONE_PLACE = 100;
	private static final int REMEMBERED = 50_000;

	private final Clock clock;
	private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
			return size() > REMEMBERED;
		}
	};

	private record Failures(int count, Instant first) {
	}

	Attempts(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Until when to wait, or nothing when one may try. The attempt counts as a wrong one from here on, so that many at the same moment
	 * are no way around the limit; {@link #succeeded} takes it back.
	 *
	 * @param address as {@link AccountBook#folded} writes it
	 */
	synchronized Optional<Instant> begin(String address, String place) {
		var wait = tooMany(forAddress(address), FOR_ONE_ADDRESS).or(() -> tooMany(fromPlace(place), FROM_ONE_PLACE));
		if (wait.isEmpty()) {
			count(forAddress(address));
			count(fromPlace(place));
		}
		return wait;
	}

	private Optional<Instant> tooMany(String key, int allowed) {
		return Optional.ofNullable(failures.get(key)).filter(failed -> failed.count() >= allowed).map(failed -> failed.first().plus(WAIT))
				.filter(end -> end.isAfter(clock.instant()));
	}

	private void count(String key) {
		var now = clock.instant();
		failures.merge(key, new Failures(1, now), (before, one) -> before.first().plus(WAIT).isBefore(now)
				? one
				: new Failures(before.count() + 1, before.first()));
	}

	synchronized void succeeded(String address, String place) {
		failures.remove(forAddress(address));
		failures.computeIfPresent(fromPlace(place),
				(_, before) -> before.count() == 1 ? null : new Failures(before.count() - 1, before.first()));
	}

	private static String forAddress(String address) {
		return "for " + address;
	}

	private static String fromPlace(String place) {
		return "from " + place;
	}
}
