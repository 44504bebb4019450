package nl.plaatsbaar.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.organisation.Organisation;
import nl.plaatsbaar.organisation.School;
import nl.plaatsbaar.rules.Authority;
import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Strictness;
import nl.plaatsbaar.web.Choice;
import nl.plaatsbaar.web.Link;

/** Where the head of a school adds a stricter article to the policy of the board, and ends it again. */
@Controller
@Admits({Role.PRINCIPAL, Role.LEADERSHIP})
class AdditionPages {

	private final SchoolAdditions additions;
	private final Policies policies;
	private final Organisation organisation;
	private final MessageSource messages;
	private final Clock clock;

	AdditionPages(SchoolAdditions additions, Policies policies, Organisation organisation, MessageSource messages, Clock clock) {
		this.additions = additions;
		this.policies = policies;
		this.organisation = organisation;
		this.messages = messages;
		this.clock = clock;
	}

	/** The values of one fact, to tick. */
	record Group(String word, String legend, List<Choice> choices) {
	}

	/** Why an addition is refused, with the two rules that prove it. */
	record Proof(String schoolRule, String schoolSentence, String boardRule, String boardSentence, String situation) {
	}

	record Row(UUID id, String number, String heading, String when, boolean holds, boolean ended) {
	}

	@GetMapping("/scholen/{slug}/aanvullingen")
	String list(@PathVariable String slug, Actor actor, Model model, Locale locale) {
		var school = school(slug, actor);
		var words = new Words(messages, locale);
		var today = LocalDate.now(clock);
		model.addAttribute("school", school);
		model.addAttribute("rows", additions.of(actor.board(), school.id()).stream().map(one -> row(one, today, words)).toList());
		model.addAttribute("trail", trail(school, words));
		return "policy/additions";
	}

	private static Row row(SchoolAddition one, LocalDate today, Words words) {
		var until = one.until();
		var when = one.wasTakenBack()
				? words.say("policy.addition.never")
				: until == null
						? words.say("policy.addition.since", words.day(one.from()))
						: words.say("policy.addition.between", words.day(one.from()), words.day(until));
		return new Row(one.id(), one.number(), one.heading(), when, one.holds(today), until != null);
	}

	@GetMapping("/scholen/{slug}/aanvullingen/nieuw")
	String form(@PathVariable String slug, Actor actor, Model model, Locale locale) {
		var school = school(slug, actor);
		var number = additions.suggestedNumber(actor.board(), school.id());
		return form(school, AdditionForm.empty(number, LocalDate.now(clock)), Map.of(), null, model, new Words(messages, locale));
	}

	@PostMapping("/scholen/{slug}/aanvullingen")
	String add(@PathVariable String slug, @ModelAttribute AdditionForm form, Actor actor, Model model, Locale locale,
			RedirectAttributes next,
			HttpServletResponse response) {
		var school = school(slug, actor);
		var words = new Words(messages, locale);
		try {
			additions.add(actor.board(), actor, school.id(), form);
			next.addFlashAttribute("done", words.say("policy.addition.added", form.number()));
			return "redirect:/scholen/" + slug + "/aanvullingen";
		} catch (Refused refused) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(school, form, Errors.of(refused, words), null, model, words);
		} catch (SchoolAdditions.Looser looser) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(school, form, Map.of("text", words.say("policy.addition.looser")), proof(looser.proof(), words), model, words);
		}
	}

	private String form(School school, AdditionForm form, Map<String, String> errors, @Nullable Proof proof, Model model, Words words) {
		model.addAttribute("school", school);
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		model.addAttribute("proof", proof);
		model.addAttribute("effects", AdditionForm.EFFECTS.stream().map(effect -> new Choice(effect.word(),
				words.say("policy.effect." + effect.name()), words.say("policy.effect-detail." + effect.name()))).toList());
		model.addAttribute("authorities",
				List.of(Authority.values()).stream().map(one -> new Choice(one.word(), words.authority(one))).toList());
		model.addAttribute("groups", AdditionForm.FACTS.stream().filter(fact -> !fact.isYesNo()).map(fact -> group(fact, words)).toList());
		model.addAttribute("traits", AdditionForm.FACTS.stream().filter(Fact::isYesNo)
				.map(fact -> new Choice(fact.word() + "=" + fact.yes().word(), words.value(fact.yes()))).toList());
		model.addAttribute("exceptions", exceptions(words));
		model.addAttribute("policyName", policies.inForce(school.board(), LocalDate.now(clock)).map(PolicyVersion::name).orElse(""));
		model.addAttribute("trail", trail(school, words));
		return "policy/addition";
	}

	private static Group group(Fact fact, Words words) {
		return new Group(fact.word(), words.say("policy.fact-asked." + fact.code()),
				fact.options().stream().map(value -> new Choice(fact.word() + "=" + value.word(), words.value(value))).toList());
	}

	private static Map<String, String> exceptions(Words words) {
		var all = new LinkedHashMap<String, String>();
		all.put("", words.say("policy.addition.exception-none"));
		for (var fact : AdditionForm.FACTS)
			for (var value : fact.options())
				all.put(fact.word() + "=" + value.word(), words.say("policy.addition.exception-if", words.clause(value)));
		return all;
	}

	private static Proof proof(Strictness.Looser looser, Words words) {
		return new Proof(words.rule(looser.schoolRule()), looser.schoolRule().sentence(), words.rule(looser.boardRule()),
				looser.boardRule().sentence(),
				words.situation(looser.example()));
	}

	@PostMapping("/scholen/{slug}/aanvullingen/{id}/einde")
	String end(@PathVariable String slug, @PathVariable UUID id, Actor actor, Locale locale, RedirectAttributes next) {
		return changed(slug, actor, locale, next, "policy.addition.ended", school -> additions.end(actor, school.id(), id));
	}

	@PostMapping("/scholen/{slug}/aanvullingen/{id}/herstel")
	String resume(@PathVariable String slug, @PathVariable UUID id, Actor actor, Locale locale, RedirectAttributes next) {
		return changed(slug, actor, locale, next, "policy.addition.resumed", school -> additions.resume(actor, school.id(), id));
	}

	private String changed(String slug, Actor actor, Locale locale, RedirectAttributes next, String said, Consumer<School> change) {
		var words = new Words(messages, locale);
		try {
			change.accept(school(slug, actor));
			next.addFlashAttribute("done", words.say(said));
		} catch (Refused refused) {
			next.addFlashAttribute("wrong", Errors.of(refused, words).values().iterator().next());
		} catch (SchoolAdditions.Looser looser) {
			next.addFlashAttribute("wrong", words.say("policy.addition.looser"));
		}
		return "redirect:/scholen/" + slug + "/aanvullingen";
	}

	private School school(String slug, Actor actor) {
		var school = organisation.schoolBySlug(slug).filter(known -> known.board().equals(actor.board()))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (!actor.may(Role.PRINCIPAL, school.id()) && !actor.may(Role.LEADERSHIP, school.id()))
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		return school;
	}

	private static List<Link> trail(School school, Words words) {
		return List.of(new Link(words.say("policy.title"), "/beleid"), new Link(school.name(), "/scholen/" + school.slug() + "/beleid"),
				new Link(words.say("policy.addition.title"), "/scholen/" + school.slug() + "/aanvullingen"));
	}
}
