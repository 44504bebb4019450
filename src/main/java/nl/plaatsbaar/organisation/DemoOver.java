package nl.plaatsbaar.organisation;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.access.Accounts;
import nl.plaatsbaar.access.Tenancy;

/**
 * Where there was a demo once, its board stays, but the password that everybody knows opens nothing any more: taken away before
 * the first visitor comes. A command that runs beside the demo leaves it alone.
 */
@Component
@ConditionalOnBooleanProperty(name = "plaatsbaar.demo", havingValue = false)
@ConditionalOnBooleanProperty(name = "plaatsbaar.command", havingValue = false, matchIfMissing = true)
class DemoOver {

	DemoOver(Tenancy tenancy, TransactionTemplate transaction, Accounts accounts) {
		tenancy.as(DemoBoard.board(), () -> transaction.executeWithoutResult(_ -> accounts.takePasswords(DemoBoard.board())));
	}
}
