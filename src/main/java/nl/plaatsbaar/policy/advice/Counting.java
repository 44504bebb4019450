package nl.plaatsbaar.policy.advice;

import java.time.LocalDate;

import nl.plaatsbaar.access.Tenancy;
import nl.plaatsbaar.organisation.School;
import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.Outcome;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Counts questions that were answered to the end, also of people who are not signed in. An answer never fails because of the counting. */
@Component
class Counting {

	private static final Logger LOG = LoggerFactory.getLogger(Counting.class);

	private final AskedBefore asked;
	private final Tenancy tenancy;

	Counting(AskedBefore asked, Tenancy tenancy) {
		this.asked = asked;
		this.tenancy = tenancy;
	}

	void count(School school, Desk desk, Facts facts, Outcome outcome, LocalDate on) {
		try {
			tenancy.as(school.board(), () -> asked.count(school.board(), school.id(), desk.policyId(), facts, outcome, on));
		} catch (DataAccessException notCounted) {
			LOG.warn("a question was answered but not counted", notCounted);
		}
	}
}
