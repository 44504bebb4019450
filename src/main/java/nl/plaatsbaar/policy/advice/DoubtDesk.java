package nl.plaatsbaar.policy.advice;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;
import nl.plaatsbaar.notification.Notice;
import nl.plaatsbaar.notification.Notices;
import nl.plaatsbaar.organisation.Organisation;
import nl.plaatsbaar.organisation.Person;
import nl.plaatsbaar.rules.PlainDutch;
import nl.plaatsbaar.rules.Verdict;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Takes a doubt in and sends the answer back: the row, the message and the trace in one transaction. */
@Component
class DoubtDesk {

	private static final int MOST_A_DAY = 20;

	private final Doubts doubts;
	private final Organisation organisation;
	private final Notices notices;
	private final AuditTrail trail;
	private final MessageSource words;
	private final Clock clock;

	DoubtDesk(Doubts doubts, Organisation organisation, Notices notices, AuditTrail trail, MessageSource words, Clock clock) {
		this.doubts = doubts;
		this.organisation = organisation;
		this.notices = notices;
		this.trail = trail;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * Hands the question in; a second click finds the first one.
	 *
	 * @throws ResponseStatusException 429 after twenty in a day: somebody has to read them
	 */
	@Transactional
	UUID ask(Actor asker, Asking asking, Desk desk, Person addressee, String remark, Locale locale) {
		var waiting = doubts.open(asker.board(), asker.person(), addressee.id(), asking.facts());
		if (waiting.isPresent())
			return waiting.get();
		if (doubts.askedSince(asker.board(), asker.person(), clock.instant().minus(Duration.ofDays(1))) >= MOST_A_DAY)
			throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
		var school = desk.school();
		var verdict = desk.rules().judge(asking.facts());
		var policy = desk.layer(desk.policyId()).orElseThrow();
		var situation = PlainDutch.describe(asking.facts());
		var doubt = new Doubt(UUID.randomUUID(), school == null ? null : school.id(), asker.person(), addressee.id(), policy.id(),
				policy.version(), asking.facts(), asking.platform(), verdict.outcome(), situation, remark, clock.instant(), null);
		var id = doubts.add(asker.board(), doubt);
		notices.send(new Notice(asker.board(), addressee.id(), addressee.email(), say("subject", locale, asker.name()),
				say("body", locale, asker.name(), situation, verdictWord(verdict, locale), remark), "/twijfel/" + id, "doubt-asked-" + id));
		trail.record(asker.board(), asker.person(), new Recordable("advice.doubt.asked", "doubt", id, Map.of("policy", policy.id())));
		return id;
	}

	/** Keeps the answer and tells the asker; false when it was answered before. */
	@Transactional
	boolean answer(Actor by, Doubt doubt, String text, Locale locale) {
		if (!doubts.answer(by.board(), doubt.id(), new Doubt.Answer(text, by.person(), clock.instant())))
			return false;
		var asker = organisation.person(by.board(), doubt.asker());
		notices.send(new Notice(by.board(), asker.id(), asker.email(), say("answer.subject", locale, by.name()),
				say("answer.body", locale, by.name(), text), "/twijfel/" + doubt.id(), "doubt-answered-" + doubt.id()));
		trail.record(by.board(), by.person(), new Recordable("advice.doubt.answered", "doubt", doubt.id(), Map.of()));
		return true;
	}

	private String verdictWord(Verdict verdict, Locale locale) {
		return words.getMessage("verdict." + AnswerPages.word(verdict), null, locale);
	}

	private String say(String key, Locale locale, Object... values) {
		return words.getMessage("advice.doubts.notice." + key, values, locale);
	}
}
