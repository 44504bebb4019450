package nl.plaatsbaar.policy.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.organisation.School;
import nl.plaatsbaar.policy.Interpretation;
import nl.plaatsbaar.policy.Interpretations;
import nl.plaatsbaar.rules.Authority;
import nl.plaatsbaar.rules.Effect;
import nl.plaatsbaar.rules.LayerVerdict;
import nl.plaatsbaar.rules.Outcome;
import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.PlainDutch;
import nl.plaatsbaar.rules.PlainEnglish;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.Reason;
import nl.plaatsbaar.rules.Verdict;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Lays out one answer: the verdict, why, what to do, what can be done instead, and where to go with a doubt. */
@Component
class AnswerPages {

	/** @param strictest whether this layer decides the answer */
	record LayerView(String layer, String title, Outcome outcome, boolean strictest, List<Cite> cites) {}

	/**
	 * A sentence of a policy with where it stands.
	 *
	 * @param source title of the policy and number of the article
	 * @param exception whether it is an exception that switches a rule off
	 * @param exceptions those of the rule that do not hold as far as is told
	 * @param meaning the rule in a generated English sentence, for who reads no Dutch
	 */
	record Cite(String source, @Nullable String heading, Quote quote, LocalDate since, String link, @Nullable String reading,
			boolean exception, List<Unless> exceptions, @Nullable String meaning) {}

	/** A duty or a thought that rides along, with a text to copy where there is one. */
	record Riding(Quote quote, @Nullable String readyText) {}

	/** @param link the same question with the exception as the case; absent when that takes more than one tap */
	record Unless(String sentence, @Nullable String link) {}

	private final Interpretations interpretations;
	private final Addressees addressees;
	private final Counting counting;
	private final MessageSource words;
	private final Clock clock;

	AnswerPages(Interpretations interpretations, Addressees addressees, Counting counting, MessageSource words, Clock clock) {
		this.interpretations = interpretations;
		this.words = words;
		this.addressees = addressees;
		this.counting = counting;
		this.clock = clock;
	}

	void fill(Model page, Asking asking, Desk desk, Optional<Actor> actor, Locale locale) {
		var verdict = desk.rules().judge(asking.facts());
		page.addAttribute("desk", desk);
		page.addAttribute("asking", asking);
		page.addAttribute("told", Told.of(asking, desk));
		page.addAttribute("sentence", described(asking.facts(), locale));
		page.addAttribute("verdict", verdict);
		page.addAttribute("word", word(verdict));
		page.addAttribute("layers", verdict.layers().stream().map(layer -> view(layer, verdict, asking, desk)).toList());
		page.addAttribute("duties", verdict.duties().stream().map(reason -> riding(reason, desk)).toList());
		page.addAttribute("warnings", verdict.warnings().stream().map(reason -> riding(reason, desk)).toList());
		page.addAttribute("permissionFrom", keys(verdict.permissionFrom()));
		page.addAttribute("tell", keys(verdict.tell()));
		page.addAttribute("judgedBy", keys(verdict.judgedBy()));
		page.addAttribute("instead", Advice.instead(verdict));
		page.addAttribute("assumed", assumed(asking, desk));
		page.addAttribute("open", asking.next(desk).map(screen -> Asked.of(screen, asking, desk)).orElse(null));
		page.addAttribute("notEncoded", Advice.notEncoded(desk, verdict));
		page.addAttribute("interpretations", actor.filter(staff -> Staff.isStaff(staff) && desk.isOf(staff.board()))
				.map(staff -> interpretations(staff, verdict)).orElse(List.of()));
		page.addAttribute("addressees", actor.map(person -> addressees.of(person, asking, desk)).orElse(List.of()));
		page.addAttribute("signedIn", actor.isPresent());
		page.addAttribute("address",
				ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + asking.address("/mag-dit/antwoord"));
		page.addAttribute("again", Asking.NOTHING.of(asking.school(), asking.policy()).address("/mag-dit"));
		page.addAttribute("lead", lead(verdict, locale));
		Optional.ofNullable(desk.school()).ifPresent(school -> count(school, asking, desk, verdict));
	}

	/** The situation in a sentence, as one would say it back to the asker. */
	static String described(Facts facts, Locale locale) {
		return locale.getLanguage().equals("nl") ? PlainDutch.describe(facts) : PlainEnglish.describe(facts);
	}

	/** One sentence under the word: what it means here. */
	private String lead(Verdict verdict, Locale locale) {
		var from = verdict.permissionFrom().stream().map(authority -> words.getMessage("authority." + authority.name(), null, locale))
				.toList();
		var and = words.getMessage("advice.answer.and", null, locale);
		return words.getMessage("verdict." + word(verdict) + ".detail", new Object[]{String.join(" " + and + " ", from)}, locale);
	}

	/** "Mag" with something to do along with it is another word than "Mag". */
	static String word(Verdict verdict) {
		return verdict.outcome() == Outcome.ALLOWED && !verdict.duties().isEmpty() ? "ALLOWED_IF" : verdict.outcome().name();
	}

	private static LayerView view(LayerVerdict layer, Verdict verdict, Asking asking, Desk desk) {
		var policy = desk.layer(layer.policy()).orElseThrow();
		var cites = Stream.concat(layer.reasons().stream(), layer.exemptions().stream()).map(reason -> cite(reason, policy, asking, desk))
				.toList();
		boolean strictest = layer.outcome() == verdict.outcome() && layer.outcome().decides();
		return new LayerView(layer.layer().name(), policy.title(), layer.outcome(), strictest, cites);
	}

	static Cite cite(Reason reason, PolicyFile policy, Asking asking, Desk desk) {
		var article = policy.article(reason.article());
		var exceptions = policy.rule(reason.rule()).stream().flatMap(rule -> rule.unless().stream())
				.map(exception -> new Unless(exception.sentence(), applying(exception, asking))).toList();
		return new Cite(policy.title() + ", " + reason.article(), article.map(PolicyFile.Article::heading).orElse(null),
				Quote.of(reason, policy),
				reason.version(), desk.link(policy, reason.article()), reason.reading(), reason.effect() == Effect.EXEMPTION, exceptions,
				policy.rule(reason.rule()).map(PlainEnglish::sentence).orElse(null));
	}

	private static @Nullable String applying(PolicyFile.Rule exception, Asking asking) {
		var values = exception.when().values().values();
		if (values.size() != 1 || values.iterator().next().size() != 1 || !exception.when().anyOf().isEmpty())
			return null;
		return asking.with(values.iterator().next().getFirst()).address("/mag-dit/antwoord");
	}

	private static Riding riding(Reason reason, Desk desk) {
		return new Riding(Quote.of(reason, desk.layer(reason.policy()).orElseThrow()), reason.readyText());
	}

	private static List<Told> assumed(Asking asking, Desk desk) {
		var assumed = Asking.NOTHING;
		for (var value : desk.rules().presumed(asking.facts()))
			assumed = assumed.with(value);
		return Told.changing(assumed, asking, desk);
	}

	static List<String> keys(List<Authority> authorities) {
		return authorities.stream().map(authority -> "authority." + authority.name()).toList();
	}

	/** How the board read these articles before, under the answers of its own staff (OBO-V3). */
	private List<Interpretation> interpretations(Actor staff, Verdict verdict) {
		return verdict.layers().stream().flatMap(layer -> interpretations
				.under(staff.board(), layer.policy(), layer.cited().map(Reason::article).distinct().toList()).stream()).toList();
	}

	private void count(School school, Asking asking, Desk desk, Verdict verdict) {
		if (asking.next(desk).isEmpty())
			counting.count(school, desk, asking.facts(), verdict.outcome(), LocalDate.now(clock));
	}
}
