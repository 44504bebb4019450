package nl.plaatsbaar.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.access.Tenancy;
import nl.plaatsbaar.organisation.DemoBoard;

/** Gives the demo board its policy, and OBS De Vlieger an article of its own. */
@Component
@ConditionalOnBooleanProperty("plaatsbaar.demo")
final class DemoPolicy {

	private static final String POLICY = "osvs-2025";
	private static final LocalDate NEW_SCHOOL_YEAR = LocalDate.of(2025, 8, 1);

	@SuppressWarnings("unused") // the board has to be there first
	DemoPolicy(DemoBoard first, Tenancy tenancy, TransactionTemplate transaction, Policies policies, Adoption adoption,
			SchoolAdditions additions, Clock clock) {
		var board = DemoBoard.board();
		if (policies.versions(board).isEmpty())
			policies.examples().stream().filter(example -> example.policy().equals(POLICY)).findFirst()
					.ifPresent(example -> tenancy.as(board, () -> transaction.executeWithoutResult(_ -> {
						var until = extended(example.until(), LocalDate.now(clock));
						adoption.adopt(board, null,
								new Adoption.Proposal(example.yaml(), POLICY, null, null, example.from(), until, List.of()));
						additions.add(board, null, DemoBoard.school("de-vlieger"), noWhatsAppWithPupils());
					})));
	}

	// A demo should not run out: the board extends its policy a year at a time.
	private static @Nullable LocalDate extended(@Nullable LocalDate until, LocalDate today) {
		var day = until;
		while (day != null && !day.isAfter(today))
			day = day.plusYears(1);
		return day;
	}

	private static AdditionForm noWhatsAppWithPupils() {
		return new AdditionForm("S.1", "Geen WhatsApp met leerlingen",
				"Op onze school sturen medewerkers geen WhatsApp-berichten aan leerlingen. Voor schoolzaken gebruiken wij Parro.",
				"sturen medewerkers geen WhatsApp-berichten aan leerlingen", "verboden", List.of(),
				List.of("wie=medewerker", "wie=stagiair", "wie=vrijwilliger", "doet=bericht-sturen", "met=leerling",
						"waar=berichtendienst"),
				null,
				List.of(), "Stuur het in Parro, aan de leerling en de ouders samen.", NEW_SCHOOL_YEAR.toString());
	}
}
