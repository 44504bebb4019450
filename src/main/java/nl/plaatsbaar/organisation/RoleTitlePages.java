package nl.plaatsbaar.organisation;

import static nl.plaatsbaar.access.Role.*;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.web.Link;

/** What this board calls its roles. The same at every school, so only for those who look after all of them. */
@Controller
@Admits({ADMINISTRATION, EXECUTIVE_DIRECTOR, ADMINISTRATOR})
class RoleTitlePages {

	record Field(String role, String usual, String typed) {
	}

	private final RoleTitles titles;
	private final Desk desk;
	private final Wording words;

	RoleTitlePages(RoleTitles titles, Desk desk, Wording words) {
		this.titles = titles;
		this.desk = desk;
		this.words = words;
	}

	@GetMapping("/organisatie/rolnamen")
	String roleTitles(Actor actor, Model page) {
		forAllSchools(actor);
		var own = titles.own(actor.board());
		var typed = new LinkedHashMap<String, String>();
		own.forEach((role, title) -> typed.put(role.name(), title));
		return show(typed, Map.of(), page);
	}

	@PostMapping("/organisatie/rolnamen")
	String save(Actor actor, @RequestParam Map<String, String> typed, Model page, RedirectAttributes next) {
		forAllSchools(actor);
		var errors = new LinkedHashMap<String, String>();
		for (var role : Role.values())
			if (typed.getOrDefault(role.name(), "").strip().length() > RoleTitles.LONGEST)
				errors.put(role.name(), words.say("organisation.error.titles", RoleTitles.LONGEST));
		if (!errors.isEmpty())
			return show(typed, errors, page);
		titles.callAll(actor.board(), typed, actor);
		next.addFlashAttribute("done", words.say("organisation.titles.saved"));
		return "redirect:/organisatie/rolnamen";
	}

	private String show(Map<String, String> typed, Map<String, String> errors, Model page) {
		page.addAttribute("trail",
				List.of(new Link(words.say("organisation.title"), "/organisatie"), new Link(words.say("organisation.titles"), "")));
		page.addAttribute("fields", Arrays.stream(Role.values())
				.map(role -> new Field(role.name(), titles.usual(role, words.locale()), typed.getOrDefault(role.name(), ""))).toList());
		page.addAttribute("errors", errors);
		return "organisation/role-titles";
	}

	private void forAllSchools(Actor actor) {
		if (!desk.looksAfterAll(actor))
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
	}
}
