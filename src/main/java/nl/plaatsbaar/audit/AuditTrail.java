package nl.plaatsbaar.audit;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The door to the log: writing only. The board has to be bound ({@code Tenancy}) like for every other row. */
public interface AuditTrail {

	/**
	 * Records a change inside the transaction that makes it, so that neither exists without the other.
	 *
	 * @param person who did it; nothing when the program did it by itself
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
	 */
	void record(UUID board, @Nullable UUID person, Recordable event);

	/**
	 * Records what changed nothing but must be known: a refusal, a look at something sensitive. In a transaction of its own;
	 * call it before or after the surrounding transaction, not in it.
	 *
	 * @throws org.springframework.transaction.IllegalTransactionStateException inside a transaction
	 */
	void recordApart(UUID board, @Nullable UUID person, Recordable event);
}
