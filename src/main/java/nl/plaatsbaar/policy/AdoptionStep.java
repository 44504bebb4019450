package nl.plaatsbaar.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;

import nl.plaatsbaar.rules.PolicyFile;

/**
 * One step in the adoption of a policy, as it is on record.
 *
 * @param on a LocalDate, or a YearMonth where the record gives no day
 */
record AdoptionStep(String organ, String kind, Temporal on) {

	/** @throws DateTimeException when it is neither a day (2024-12-17) nor a month (2015-06) */
	static Temporal dayOrMonth(String text) {
		return text.length() == 7 ? YearMonth.parse(text) : LocalDate.parse(text);
	}

	static List<AdoptionStep> of(PolicyFile file) {
		return file.adoption().stream().map(step -> new AdoptionStep(step.body(), step.kind(), step.on())).toList();
	}

	/** Two steps whose dates are not in the order one would expect. It is told, never repaired: the record is the record. */
	record Odd(AdoptionStep step, AdoptionStep after, Why why) {
	}

	enum Why {
		/** The council should be asked before the decision (WMS 10 to 14 and 17). */
		COUNCIL_AFTER_DECISION,
		/** It was in force already. */
		AFTER_ENTRY,
		/** The record does not follow the calendar. */
		OUT_OF_ORDER
	}

	static List<Odd> odd(List<AdoptionStep> steps, LocalDate inForce) {
		var odd = new ArrayList<Odd>();
		for (var step : steps)
			steps.stream().filter(earlier -> step.isOfACouncil() && earlier.isDecision() && earlier.isBefore(step)).findFirst()
					.ifPresent(earlier -> odd.add(new Odd(step, earlier, Why.COUNCIL_AFTER_DECISION)));
		for (int i = 1; i < steps.size(); i++)
			if (steps.get(i).isBefore(steps.get(i - 1)))
				odd.add(new Odd(steps.get(i), steps.get(i - 1), Why.OUT_OF_ORDER));
		for (var step : steps)
			if (inForce.isBefore(firstDay(step.on)))
				odd.add(new Odd(step, step, Why.AFTER_ENTRY));
		return odd;
	}

	private boolean isOfACouncil() {
		return organ.matches("(?i).*\\b(G?MR|medezeggenschapsraad)\\b.*");
	}

	private boolean isDecision() {
		return kind.matches("(?i).*(vastgesteld|vaststelling|goedgekeurd|besluit).*") || organ.matches("(?i).*bestuur.*");
	}

	// A month and a day inside it have no order.
	private boolean isBefore(AdoptionStep other) {
		return lastDay(on).isBefore(firstDay(other.on));
	}

	private static LocalDate firstDay(Temporal on) {
		return on instanceof YearMonth month ? month.atDay(1) : LocalDate.from(on);
	}

	private static LocalDate lastDay(Temporal on) {
		return on instanceof YearMonth month ? month.atEndOfMonth() : LocalDate.from(on);
	}
}
