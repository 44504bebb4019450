package nl.plaatsbaar.policy.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.rules.Fact;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * "Mag dit?": type or tap, answer only what still matters, read the answer. Every page is an address with the whole question in it;
 * nothing is kept in a session. Also open to people who are not signed in.
 */
@Controller
@Admits(everyone = true)
class AdvicePages {

	/** On the screen of somebody who did not say who he is. */
	private static final int FEW = 7;

	private final Desks desks;
	private final Situations situations = new Situations();
	private final Typed typed = new Typed(situations);
	private final AnswerPages answers;
	private final Clock clock;

	AdvicePages(Desks desks, AnswerPages answers, Clock clock) {
		this.desks = desks;
		this.answers = answers;
		this.clock = clock;
	}

	@GetMapping("/mag-dit")
	String start(@RequestParam MultiValueMap<String, String> address, @RequestParam(name = "q", defaultValue = "") String words,
			Optional<Actor> actor, Locale locale, Model page) {
		var desk = desk(address, actor);
		if (desk.isEmpty())
			return pick(words, page);
		var asking = begun(address, desk.get(), actor);
		page.addAttribute("desk", desk.get());
		page.addAttribute("asking", asking);
		page.addAttribute("words", words);
		page.addAttribute("tiles", tiles(asking, locale));
		page.addAttribute("askers", Asked.of(new Screen.Choice(Fact.ACTOR), asking, desk.get(), "/mag-dit").options());
		if (!words.isBlank())
			page.addAttribute("found", Found.of(asking, typed.read(words, desk.get().platforms()), desk.get(), locale));
		return "advice/start";
	}

	/** Whose rules count: a school's, or those of an example. */
	@GetMapping("/mag-dit/school")
	String pick(@RequestParam(name = "q", defaultValue = "") String words, Model page) {
		page.addAttribute("words", words);
		page.addAttribute("schools", desks.schools());
		page.addAttribute("examples", desks.examples());
		return "advice/pick";
	}

	@GetMapping("/mag-dit/vraag")
	String question(@RequestParam MultiValueMap<String, String> address, @RequestParam(name = "change", required = false) String change,
			Optional<Actor> actor, Model page) {
		var desk = desk(address, actor);
		if (desk.isEmpty())
			return "redirect:/mag-dit";
		var asking = Asking.read(address, desk.get());
		var screen = change == null
				? asking.next(desk.get())
				: Fact.ofCode(change).map(fact -> Screen.about(fact, told(asking, desk.get(), fact)));
		if (screen.isEmpty())
			return "redirect:" + asking.address("/mag-dit/antwoord");
		var without = asking.without(screen.get().facts());
		page.addAttribute("desk", desk.get());
		page.addAttribute("asking", asking);
		page.addAttribute("rest", without);
		page.addAttribute("screen", Asked.of(screen.get(), asking, desk.get()));
		page.addAttribute("told", Told.of(asking, desk.get()));
		page.addAttribute("back", back(asking));
		return "advice/question";
	}

	/** What a form sends comes here once, so that the address that is kept and shared is the short one. */
	@GetMapping("/mag-dit/verder")
	String further(@RequestParam MultiValueMap<String, String> address, Optional<Actor> actor) {
		var desk = desk(address, actor);
		return "redirect:" + (desk.isEmpty() ? "/mag-dit" : Asking.read(address, desk.get()).address("/mag-dit/vraag"));
	}

	@GetMapping("/mag-dit/antwoord")
	String answer(@RequestParam MultiValueMap<String, String> address, Optional<Actor> actor, Locale locale, Model page) {
		var desk = desk(address, actor);
		if (desk.isEmpty())
			return "redirect:/mag-dit";
		answers.fill(page, Asking.read(address, desk.get()), desk.get(), actor, locale);
		return "advice/answer";
	}

	private Optional<Desk> desk(MultiValueMap<String, String> address, Optional<Actor> actor) {
		return desks.find(address.getFirst("policy"), address.getFirst("school"), actor, LocalDate.now(clock));
	}

	private Asking begun(MultiValueMap<String, String> address, Desk desk, Optional<Actor> actor) {
		var asking = Asking.read(address, desk).at(desk);
		return asking.facts().knows(Fact.ACTOR) ? asking : actor.flatMap(Staff::asks).map(asking::with).orElse(asking);
	}

	private List<Found.Way> tiles(Asking asking, Locale locale) {
		var actor = asking.facts().value(Fact.ACTOR);
		var common = actor == null ? situations.all().subList(0, FEW) : situations.of(actor.code());
		return common.stream().map(each -> Found.Way.to(each, asking, locale)).toList();
	}

	/** Changing one thing of a list asks the whole list again: what is still open and what was told of it. */
	private static List<Fact> told(Asking asking, Desk desk, Fact changed) {
		var open = desk.rules().questions(asking.facts()).facts();
		return Stream.of(Fact.values()).filter(fact -> fact == changed || open.contains(fact) || asking.facts().knows(fact)).toList();
	}

	/** The page before this one: without what was told last. */
	private static String back(Asking asking) {
		return Screen.ORDER.reversed().stream().filter(fact -> asking.facts().knows(fact) || asking.unsure().contains(fact)).findFirst()
				.map(fact -> asking.without(Screen.about(fact, List.copyOf(asking.facts().known())).facts()).address("/mag-dit/vraag"))
				.orElseGet(() -> asking.address("/mag-dit"));
	}
}
