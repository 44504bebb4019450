package nl.plaatsbaar.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.organisation.Organisation;
import nl.plaatsbaar.organisation.Person;
import nl.plaatsbaar.web.Link;

/** How the board reads its policy: for all staff to look up, for the directeur-bestuurder to decide. */
@Controller
@Admits(signedIn = true)
class InterpretationPages {

	private final Interpretations interpretations;
	private final Policies policies;
	private final Organisation organisation;
	private final MessageSource messages;
	private final Clock clock;

	InterpretationPages(Interpretations interpretations, Policies policies, Organisation organisation, MessageSource messages,
			Clock clock) {
		this.interpretations = interpretations;
		this.policies = policies;
		this.organisation = organisation;
		this.messages = messages;
		this.clock = clock;
	}

	record Row(UUID id, String article, String link, String question, String reading, String decided, String consulted, boolean ended) {
	}

	@GetMapping("/beleid/interpretaties")
	String list(Actor actor, Model model, Locale locale) {
		var words = new Words(messages, locale);
		var version = policies.inForce(actor.board(), LocalDate.now(clock));
		model.addAttribute("rows", version.map(current -> rows(actor, current, words)).orElse(List.of()));
		model.addAttribute("decides", actor.has(Role.EXECUTIVE_DIRECTOR) && version.isPresent());
		model.addAttribute("trail", trail(words));
		return "policy/interpretations";
	}

	private List<Row> rows(Actor actor, PolicyVersion version, Words words) {
		var all = interpretations.of(actor.board(), version.policy());
		var names = organisation.people(actor.board(), all.stream().map(Interpretation::decidedBy).distinct().toList()).stream()
				.collect(Collectors.toMap(Person::id, Person::name));
		return all.stream().map(one -> {
			var on = one.decidedAt().atZone(clock.getZone()).toLocalDate();
			var by = names.getOrDefault(one.decidedBy(), words.say("policy.interpretation.somebody"));
			return new Row(one.id(), article(version, one.article()), "/beleid/" + one.policy() + "#" + Anchors.of(one.article()),
					one.question(),
					one.reading(), words.say("policy.interpretation.decided-by", by, words.day(on)),
					words.say("policy.interpretation.consulted", one.consultedWith(), words.day(one.consultedOn())), one.endedAt() != null);
		}).toList();
	}

	private static String article(PolicyVersion version, String number) {
		return version.file().article(number).map(article -> article.heading() == null ? number : number + " " + article.heading())
				.orElse(number);
	}

	@GetMapping("/beleid/interpretaties/nieuw")
	@Admits(Role.EXECUTIVE_DIRECTOR)
	String form(@RequestParam(required = false) @Nullable String over, Actor actor, Model model, Locale locale) {
		return form(new Interpretations.Form(over == null ? "" : over, "", "", "", ""), Map.of(), actor, model,
				new Words(messages, locale));
	}

	@PostMapping("/beleid/interpretaties")
	@Admits(Role.EXECUTIVE_DIRECTOR)
	String decide(@ModelAttribute Interpretations.Form form, Actor actor, Model model, Locale locale, RedirectAttributes next,
			HttpServletResponse response) {
		var words = new Words(messages, locale);
		try {
			var policy = policies.inForce(actor.board(), LocalDate.now(clock)).map(PolicyVersion::policy)
					.orElseThrow(() -> new Refused("about", "policy.interpretation.no-policy"));
			interpretations.decide(actor, policy, form);
			next.addFlashAttribute("done", words.say("policy.interpretation.done"));
			return "redirect:/beleid/interpretaties";
		} catch (Refused refused) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(form, Errors.of(refused, words), actor, model, words);
		}
	}

	private String form(Interpretations.Form form, Map<String, String> errors, Actor actor, Model model, Words words) {
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		model.addAttribute("abouts",
				policies.inForce(actor.board(), LocalDate.now(clock)).map(version -> abouts(version, words)).orElse(Map.of()));
		model.addAttribute("today", LocalDate.now(clock).toString());
		model.addAttribute("trail", trail(words));
		return "policy/interpretation";
	}

	private static Map<String, String> abouts(PolicyVersion version, Words words) {
		var abouts = new LinkedHashMap<String, String>();
		abouts.put("", words.say("policy.interpretation.about-choose"));
		for (var article : version.file().articles()) {
			abouts.put(article.number(), article.heading() == null ? article.number() : article.number() + " " + article.heading());
			article.rules().forEach(rule -> abouts.put(rule.id(), "— " + rule.sentence()));
		}
		return abouts;
	}

	@PostMapping("/beleid/interpretaties/{id}/einde")
	@Admits(Role.EXECUTIVE_DIRECTOR)
	String end(@PathVariable UUID id, Actor actor, Locale locale, RedirectAttributes next) {
		return changed(next, locale, "policy.interpretation.ended", () -> interpretations.end(actor, id));
	}

	@PostMapping("/beleid/interpretaties/{id}/herstel")
	@Admits(Role.EXECUTIVE_DIRECTOR)
	String resume(@PathVariable UUID id, Actor actor, Locale locale, RedirectAttributes next) {
		return changed(next, locale, "policy.interpretation.resumed", () -> interpretations.resume(actor, id));
	}

	private String changed(RedirectAttributes next, Locale locale, String said, Runnable change) {
		var words = new Words(messages, locale);
		try {
			change.run();
			next.addFlashAttribute("done", words.say(said));
		} catch (Refused refused) {
			next.addFlashAttribute("wrong", Errors.of(refused, words).values().iterator().next());
		}
		return "redirect:/beleid/interpretaties";
	}

	private static List<Link> trail(Words words) {
		return List.of(new Link(words.say("policy.title"), "/beleid"),
				new Link(words.say("policy.interpretation.title"), "/beleid/interpretaties"));
	}
}
