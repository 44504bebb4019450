package nl.plaatsbaar.access;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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
		if (!board.equals(before) && TransactionSynchronizationManager.isActualTransactionActive())
			throw new IllegalStateException("this transaction already shows the rows of %s; bind board %s before it begins"
					.formatted(before == null ? "no board" : "board " + before, board));
		exchange(board);
		try {
			return work.get();
		} finally {
			exchange(before);
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
		return bound();
	}

	static Optional<UUID> bound() {
		return Optional.ofNullable(BOUND.get());
	}

	/** For a request, which ends elsewhere than it begins. Returns what was bound before. */
	@Nullable
	UUID exchange(@Nullable UUID board) {
		var before = BOUND.get();
		if (board == null)
			BOUND.remove();
		else
			BOUND.set(board);
		return before;
	}
}
