package nl.plaatsbaar.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.web.Link;

/** The platforms this board knows, with the kind of place they are and from what age. */
@Controller
@Admits(signedIn = true)
class RegisterPages {

	private final Register register;
	private final Policies policies;
	private final MessageSource messages;
	private final Clock clock;

	RegisterPages(Register register, Policies policies, MessageSource messages, Clock clock) {
		this.register = register;
		this.policies = policies;
		this.messages = messages;
		this.clock = clock;
	}

	record Row(String id, String name, String place, String age, String synonyms, boolean ours, boolean inUse, @Nullable String ended) {
	}

	@GetMapping("/beleid/platforms")
	String list(Actor actor, Model model, Locale locale) {
		return page(actor, Register.Form.EMPTY, Map.of(), model, new Words(messages, locale));
	}

	@PostMapping("/beleid/platforms")
	@Admits({Role.POLICY_OFFICER, Role.EXECUTIVE_DIRECTOR, Role.COMMUNICATIONS})
	String add(@ModelAttribute Register.Form form, Actor actor, Model model, Locale locale, RedirectAttributes next,
			HttpServletResponse response) {
		var words = new Words(messages, locale);
		try {
			register.add(actor, form);
			next.addFlashAttribute("done", words.say("policy.platform.added", form.name()));
			return "redirect:/beleid/platforms";
		} catch (Refused refused) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(actor, form, Errors.of(refused, words), model, words);
		}
	}

	@PostMapping("/beleid/platforms/{id}/einde")
	@Admits({Role.POLICY_OFFICER, Role.EXECUTIVE_DIRECTOR, Role.COMMUNICATIONS})
	String end(@PathVariable String id, Actor actor, Locale locale, RedirectAttributes next) {
		return changed(next, locale, "policy.platform.ended", () -> register.end(actor, id));
	}

	@PostMapping("/beleid/platforms/{id}/herstel")
	@Admits({Role.POLICY_OFFICER, Role.EXECUTIVE_DIRECTOR, Role.COMMUNICATIONS})
	String resume(@PathVariable String id, Actor actor, Locale locale, RedirectAttributes next) {
		return changed(next, locale, "policy.platform.resumed", () -> register.resume(actor, id));
	}

	private String changed(RedirectAttributes next, Locale locale, String said, Runnable change) {
		var words = new Words(messages, locale);
		try {
			change.run();
			next.addFlashAttribute("done", words.say(said));
		} catch (Refused refused) {
			next.addFlashAttribute("wrong", Errors.of(refused, words).values().iterator().next());
		}
		return "redirect:/beleid/platforms";
	}

	private String page(Actor actor, Register.Form form, Map<String, String> errors, Model model, Words words) {
		var today = LocalDate.now(clock);
		model.addAttribute("rows", policies.register(actor.board()).stream().map(known -> row(known, today, words)).toList());
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		model.addAttribute("places", places(words));
		model.addAttribute("keeps", actor.hasAny(Role.POLICY_OFFICER, Role.EXECUTIVE_DIRECTOR, Role.COMMUNICATIONS));
		model.addAttribute("trail",
				List.of(new Link(words.say("policy.title"), "/beleid"), new Link(words.say("policy.platform.title"), "")));
		return "policy/platforms";
	}

	private static Row row(KnownPlatform known, LocalDate today, Words words) {
		var platform = known.platform();
		var age = platform.minimumAge() == 0
				? words.say("policy.platform.any-age")
				: words.say("policy.platform.from-age", platform.minimumAge());
		var until = known.until();
		return new Row(platform.id(), platform.name(), words.value(Fact.PLACE.optionOfCode(platform.place()).orElseThrow()),
				age + " (" + known.ageSource() + ")", String.join(", ", platform.synonyms()), known.ofTheBoard(), known.isInUse(today),
				until == null ? null : words.say("policy.platform.until", words.day(until)));
	}

	private static Map<String, String> places(Words words) {
		var places = new LinkedHashMap<String, String>();
		places.put("", words.say("policy.platform.place-choose"));
		Fact.PLACE.options().forEach(value -> places.put(value.code(), words.value(value)));
		return places;
	}
}
