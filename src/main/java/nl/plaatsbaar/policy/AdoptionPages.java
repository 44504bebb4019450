package nl.plaatsbaar.policy;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.policy.Refused.Why;
import nl.plaatsbaar.web.Choice;
import nl.plaatsbaar.web.Link;

/** Puts on record that the board adopted a policy, from which day, and who was asked before. */
@Controller
@Admits({Role.POLICY_OFFICER, Role.EXECUTIVE_DIRECTOR})
class AdoptionPages {

	private static final int STEPS = 5;

	private final Adoption adoption;
	private final Drafts drafts;
	private final Policies policies;
	private final MessageSource messages;
	private final Clock clock;

	AdoptionPages(Adoption adoption, Drafts drafts, Policies policies, MessageSource messages, Clock clock) {
		this.adoption = adoption;
		this.drafts = drafts;
		this.policies = policies;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * What was filled in, as typed.
	 *
	 * @param what the id of an example, or of a draft with its revision
	 */
	record Form(String what, String from, String until, List<StepForm> steps) {
	}

	record StepForm(String organ, String kind, String on) {

		boolean isEmpty() {
			return organ.isEmpty() && kind.isEmpty() && on.isEmpty();
		}
	}

	@GetMapping("/beleid/vaststellen")
	String form(@RequestParam(required = false) @Nullable String wat, Actor actor, Model model, Locale locale) {
		var empty = IntStream.range(0, STEPS).mapToObj(_ -> new StepForm("", "", "")).toList();
		return form(actor, new Form(wat == null ? "" : wat, "", "", empty), Map.of(), model, new Words(messages, locale));
	}

	private String form(Actor actor, Form form, Map<String, String> errors, Model model, Words words) {
		var choices = new ArrayList<Choice>();
		drafts.open(actor.board()).stream().filter(draft -> draft.yaml() != null)
				.forEach(draft -> choices.add(new Choice(asRead(draft), draft.title(), words.say("policy.adopt.own"))));
		policies.examples().forEach(example -> choices
				.add(new Choice(example.policy(), example.name(),
						words.say("policy.adopt.example", String.valueOf(example.file().organisation())))));
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		model.addAttribute("choices", choices);
		model.addAttribute("trail", List.of(new Link(words.say("policy.title"), "/beleid"), new Link(words.say("policy.adopt.title"), "")));
		return "policy/adopt";
	}

	@PostMapping("/beleid/vaststellen")
	String adopt(@RequestParam Map<String, String> sent, Actor actor, Model model, Locale locale, RedirectAttributes next,
			HttpServletResponse response) {
		var words = new Words(messages, locale);
		var form = new Form(Typed.line(sent.get("draft")), Typed.line(sent.get("from")), Typed.line(sent.get("until")),
				IntStream.range(0, STEPS).mapToObj(i -> new StepForm(Typed.line(sent.get("organ" + i)), Typed.line(sent.get("kind" + i)),
						Typed.line(sent.get("on" + i)))).toList());
		try {
			var proposal = proposal(actor, form);
			adoption.adopt(actor.board(), actor, proposal);
			next.addFlashAttribute("done", words.say("policy.adopt.done", words.day(proposal.from())));
			return "redirect:/beleid";
		} catch (Refused refused) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(actor, form, Errors.of(refused, words), model, words);
		}
	}

	private Adoption.Proposal proposal(Actor actor, Form form) {
		var wrong = new ArrayList<Why>();
		var from = Days.read(form.from());
		if (from == null)
			wrong.add(new Why("from", "policy.adopt.from-missing"));
		var until = Days.read(form.until());
		if (until == null && !form.until().isEmpty())
			wrong.add(new Why("until", "policy.adopt.until-wrong"));
		var steps = steps(form, wrong);
		var text = chosen(actor, form.what());
		if (text == null)
			wrong.add(new Why("draft", "policy.adopt.choose"));
		if (from == null || text == null || !wrong.isEmpty())
			throw new Refused(wrong);
		return new Adoption.Proposal(text.yaml(), text.example(), text.sourceName(), text.sourceDigest(), from, until, steps);
	}

	private static List<AdoptionStep> steps(Form form, List<Why> wrong) {
		var steps = new ArrayList<AdoptionStep>();
		for (int i = 0; i < form.steps().size(); i++) {
			var step = form.steps().get(i);
			if (step.isEmpty())
				continue;
			try {
				if (step.organ().isEmpty() || step.kind().isEmpty())
					throw new DateTimeException("incomplete");
				steps.add(new AdoptionStep(step.organ(), step.kind(), AdoptionStep.dayOrMonth(step.on())));
			} catch (DateTimeException _) {
				wrong.add(new Why("organ" + i, "policy.adopt.step-wrong", i + 1));
			}
		}
		return steps;
	}

	private record Text(String yaml, @Nullable String example, @Nullable String sourceName, @Nullable String sourceDigest) {
	}

	private @Nullable Text chosen(Actor actor, String what) {
		var example = policies.examples().stream().filter(each -> each.policy().equals(what)).findFirst();
		if (example.isPresent())
			return new Text(example.get().yaml(), what, null, null);
		return Typed.id(what.split("\\.", 2)[0]).flatMap(id -> drafts.find(actor.board(), id)).map(draft -> {
			var yaml = draft.yaml();
			if (yaml != null && !asRead(draft).equals(what))
				throw new Refused("draft", "policy.adopt.draft-changed");
			return yaml == null ? null : new Text(yaml, null, draft.sourceName(), draft.sourceDigest());
		}).orElse(null);
	}

	// What somebody has not read he does not adopt.
	private static String asRead(Drafts.Draft draft) {
		return draft.id() + "." + draft.revision();
	}

	@PostMapping("/beleid/versies/{id}/intrekken")
	String withdraw(@PathVariable UUID id, Actor actor, Locale locale, RedirectAttributes next) {
		var words = new Words(messages, locale);
		try {
			adoption.withdraw(actor, id);
			next.addFlashAttribute("done", words.say("policy.adopt.withdrawn"));
		} catch (Refused refused) {
			next.addFlashAttribute("wrong", Errors.of(refused, words).values().iterator().next());
		}
		return "redirect:/beleid";
	}
}
