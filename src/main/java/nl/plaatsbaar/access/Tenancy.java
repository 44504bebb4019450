package nl.plaatsbaar.access;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The board whose rows the database shows. Every connection carries it from the moment it is taken until it is given back;
 * without a board there are no rows. A request of a signed-in person is bound to his board by itself; anything else (a job, an
 * event, a public page about one school) binds it here.
 */
@Component
public final class Tenancy {

	private static final ThreadLocal<@Nullable UUID> BOUND = new ThreadLocal<>();

	/**
	 * Does the work as that board. Opens no transaction.
	 *
	 * @throws IllegalStateException when called inside a transaction of another board: its connection shows other rows already
	 */
	public <T extends @Nullable Object> T as(UUID board, Supplier<T> work) {
		var before = BOUND.get();
		BOUND.set(board);
		try {
			return work.get();
		} finally {
			BOUND.set(before);
		}
	}

	public void as(UUID board, Runnable work) {
		this.<@Nullable Void>as(board, () -> {
			work.run();
			return null;
		});
	}

	/** The board bound to this thread now. */
	public Optional<UUID> board() {
		return Optional.ofNullable(BOUND.get());
	}
}
