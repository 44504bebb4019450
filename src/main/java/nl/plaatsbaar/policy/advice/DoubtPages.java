package nl.plaatsbaar.policy.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.organisation.Organisation;
import nl.plaatsbaar.organisation.Person;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * "Ik twijfel": the question goes with its facts to the supervisor or coach, whose answer is kept and shown to the asker. Only these
 * two see it.
 */
@Controller
@Admits(signedIn = true)
class DoubtPages {

	private static final int LONGEST = 4_000;

	/** A doubt as it is listed and shown, with the people by name. */
	record View(Doubt doubt, String asker, String addressee, boolean mine) {}

	private final Doubts doubts;
	private final Desks desks;
	private final Addressees addressees;
	private final DoubtDesk desk;
	private final Organisation organisation;
	private final Clock clock;

	DoubtPages(Doubts doubts, Desks desks, Addressees addressees, DoubtDesk desk, Organisation organisation, Clock clock) {
		this.doubts = doubts;
		this.desks = desks;
		this.addressees = addressees;
		this.desk = desk;
		this.organisation = organisation;
		this.clock = clock;
	}

	@GetMapping("/twijfel")
	String list(Actor actor, Model page) {
		page.addAttribute("mine", doubts.askedBy(actor.board(), actor.person()).stream().map(doubt -> view(doubt, actor)).toList());
		page.addAttribute("forMe", doubts.askedOf(actor.board(), actor.person()).stream().map(doubt -> view(doubt, actor)).toList());
		return "advice/doubts";
	}

	@GetMapping("/twijfel/{id}")
	String show(@PathVariable UUID id, Actor actor, Model page) {
		return show(found(id, actor), actor, page);
	}

	@PostMapping("/twijfel")
	String ask(@RequestParam MultiValueMap<String, String> address, @RequestParam(name = "to") UUID to,
			@RequestParam(name = "remark", defaultValue = "") String remark, Actor actor, Locale locale, RedirectAttributes next) {
		var answering = desks
				.find(address.getFirst("policy"), address.getFirst("school"), Optional.of(actor), LocalDate.now(clock))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
		var asking = Asking.read(address, answering).at(answering);
		var addressee = addressees.of(actor, asking, answering).stream().filter(person -> person.id().equals(to)).findFirst()
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
		var id = desk.ask(actor, asking, answering, addressee, cut(remark), locale);
		next.addFlashAttribute("said", Map.of("key", "advice.doubts.sent", "name", addressee.name()));
		return "redirect:/twijfel/" + id;
	}

	@PostMapping("/twijfel/{id}/antwoord")
	String answer(@PathVariable UUID id, @RequestParam(name = "answer", defaultValue = "") String text, Actor actor, Locale locale,
			Model page) {
		var doubt = found(id, actor);
		if (!doubt.addressee().equals(actor.person()))
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		if (text.isBlank()) {
			page.addAttribute("mistake", "advice.doubts.answer.empty");
			return show(doubt, actor, page);
		}
		if (!desk.answer(actor, doubt, cut(text), locale)) {
			page.addAttribute("mistake", "advice.doubts.answer.twice");
			page.addAttribute("typed", text);
			return show(found(id, actor), actor, page);
		}
		return "redirect:/twijfel/" + id;
	}

	private String show(Doubt doubt, Actor actor, Model page) {
		page.addAttribute("view", view(doubt, actor));
		page.addAttribute("zone", clock.getZone());
		var asking = new Asking(desks.slug(doubt.school()), null, doubt.facts(), Set.of(), doubt.platform());
		page.addAttribute("link", asking.address("/mag-dit/antwoord"));
		page.addAttribute("told", desks.find(null, asking.school(), Optional.of(actor), LocalDate.now(clock))
				.map(there -> Told.of(asking, there)).orElse(List.of()));
		return "advice/doubt";
	}

	/** Somebody else's doubt does not exist for you. */
	private Doubt found(UUID id, Actor actor) {
		return doubts.find(actor.board(), id).filter(doubt -> doubt.concerns(actor.person()))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private View view(Doubt doubt, Actor actor) {
		var names = organisation.people(actor.board(), List.of(doubt.asker(), doubt.addressee()));
		return new View(doubt, name(names, doubt.asker()), name(names, doubt.addressee()), doubt.asker().equals(actor.person()));
	}

	private static String name(List<Person> people, UUID id) {
		return people.stream().filter(person -> person.id().equals(id)).findFirst().map(Person::name).orElse("–");
	}

	private static String cut(String text) {
		return text.strip().substring(0, Math.min(text.strip().length(), LONGEST));
	}
}
