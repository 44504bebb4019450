package nl.plaatsbaar.organisation;

import static nl.plaatsbaar.access.Role.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
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
import nl.plaatsbaar.access.Grant;
import nl.plaatsbaar.access.Grants;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.access.Scope;
import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;
import nl.plaatsbaar.web.Link;

/** One person: who this is to whom, and which roles there are, given and ended here. */
@Controller
@Admits({ADMINISTRATION, PRINCIPAL, EXECUTIVE_DIRECTOR, ADMINISTRATOR})
class PersonPages {

	/** @param ending the form fields that name this role; nothing when this actor may not end it, or when it is over */
	record Held(String title, String where, String when, Moment moment, @Nullable RoleForm ending) {
	}

	enum Moment {
		NOW, LATER, PAST
	}

	record Relation(UUID id, String name, String what, boolean authority) {
	}

	private final Organisation organisation;
	private final Positions positions;
	private final Desk desk;
	private final Grants grants;
	private final RoleDesk roleDesk;
	private final RoleTitles titles;
	private final Wording words;
	private final AuditTrail audit;
	private final Clock clock;

	PersonPages(Organisation organisation, Positions positions, Desk desk, Grants grants, RoleDesk roleDesk, RoleTitles titles,
			Wording words,
			AuditTrail audit, Clock clock) {
		this.organisation = organisation;
		this.positions = positions;
		this.desk = desk;
		this.grants = grants;
		this.roleDesk = roleDesk;
		this.titles = titles;
		this.words = words;
		this.audit = audit;
		this.clock = clock;
	}

	@GetMapping("/organisatie/mensen/{id}")
	String person(Actor actor, @PathVariable UUID id, Model page) {
		var person = known(actor, id);
		audit.recordApart(actor.board(), actor.person(), Recordable.of("organisation.person.seen", "person", id));
		return show(actor, person, new RoleForm("", "", today().toString(), ""), Map.of(), page);
	}

	@PostMapping("/organisatie/mensen/{id}/rollen")
	String give(Actor actor, @PathVariable UUID id, @ModelAttribute RoleForm form, Model page, RedirectAttributes next) {
		var person = known(actor, id);
		return switch (roleDesk.give(actor, person, form)) {
			case RoleDesk.Refused(var errors) -> show(actor, person, form, errors, page);
			case RoleDesk.Done(var grant) -> {
				next.addFlashAttribute("done", grant.from().isAfter(today())
						? words.say("organisation.role.given.later", person.name(), title(actor, grant.role()), words.day(grant.from()))
						: words.say("organisation.role.given", person.name(), title(actor, grant.role())));
				next.addFlashAttribute("undo", RoleForm.of(grant, grant.from().minusDays(1)));
				yield "redirect:/organisatie/mensen/" + id;
			}
		};
	}

	@GetMapping("/organisatie/mensen/{id}/rollen/einde")
	String askEnd(Actor actor, @PathVariable UUID id, @ModelAttribute RoleForm form, Model page) {
		var person = known(actor, id);
		var grant = roleDesk.find(actor, person, form).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return showEnd(actor, person, grant, form.until().isEmpty() ? RoleForm.of(grant, today()) : form, Map.of(), page);
	}

	@PostMapping("/organisatie/mensen/{id}/rollen/einde")
	String end(Actor actor, @PathVariable UUID id, @ModelAttribute RoleForm form, Model page, RedirectAttributes next) {
		var person = known(actor, id);
		var grant = roleDesk.find(actor, person, form).orElse(null);
		if (grant == null)
			return show(actor, person, new RoleForm("", "", today().toString(), ""), Map.of("roles", words.say("organisation.error.gone")),
					page);
		return switch (roleDesk.end(actor, person, grant, form)) {
			case RoleDesk.Refused(var errors) -> showEnd(actor, person, grant, form, errors, page);
			case RoleDesk.Done(var ended) -> {
				next.addFlashAttribute("done", ended.until() == null
						? words.say("organisation.role.undone", title(actor, ended.role()))
						: words.say("organisation.role.ended", title(actor, ended.role()), words.day(ended.until())));
				yield "redirect:/organisatie/mensen/" + id;
			}
		};
	}

	private String show(Actor actor, Person person, RoleForm form, Map<String, String> errors, Model page) {
		var places = roleDesk.places(actor, person);
		page.addAttribute("person", person);
		page.addAttribute("trail", trail(actor, person));
		page.addAttribute("born", born(actor, person));
		page.addAttribute("groups", organisation.groupsOfPupil(actor.board(), person.id(), today()).stream()
				.map(group -> words.place(actor.board(), new Scope.Group(group.school(), group.id()))).toList());
		page.addAttribute("supervisors", positions.supervisors(actor.board(), person.id(), today()));
		page.addAttribute("coordinators", positions.coordinators(actor.board(), person.id(), today()));
		page.addAttribute("team", positions.team(actor.board(), person.id(), today()));
		page.addAttribute("volunteers", positions.volunteering(actor.board(), person.id(), today()));
		showFamily(actor, person, page);
		page.addAttribute("held", held(actor, person));
		page.addAttribute("self", actor.person().equals(person.id()));
		page.addAttribute("form", form);
		page.addAttribute("errors", errors);
		page.addAttribute("roleChoices", roleChoices(actor, person, List.copyOf(places.keySet())));
		page.addAttribute("placeChoices", placeChoices(places));
		return "organisation/person";
	}

	private String showEnd(Actor actor, Person person, Grant grant, RoleForm form, Map<String, String> errors, Model page) {
		page.addAttribute("person", person);
		page.addAttribute("what", title(actor, grant.role()));
		page.addAttribute("where", words.place(actor.board(), grant.scope()));
		page.addAttribute("when", words.period(grant.from(), grant.until()));
		page.addAttribute("form", form);
		page.addAttribute("errors", errors);
		return "organisation/role-end";
	}

	private List<Link> trail(Actor actor, Person person) {
		var trail = new ArrayList<Link>();
		trail.add(new Link(words.say("organisation.title"), "/organisatie"));
		var theirs = desk.schoolsOf(actor.board(), person.id());
		desk.schools(actor).stream().filter(school -> theirs.contains(school.id())).findFirst()
				.ifPresent(school -> trail.add(new Link(school.name(), "/organisatie/scholen/" + school.slug())));
		trail.add(new Link(person.name(), ""));
		return trail;
	}

	private @Nullable String born(Actor actor, Person person) {
		if (!desk.seesFamilies(actor))
			return null;
		if (person.bornOn() != null)
			return words.say("organisation.person.born.age", words.day(person.bornOn()), person.ageOn(today()).orElseThrow());
		return is(actor, person, PUPIL) ? words.say("organisation.person.born.unknown") : null;
	}

	private boolean is(Actor actor, Person person, Role role) {
		return grants.of(actor.board(), person.id()).stream().anyMatch(grant -> grant.role() == role && grant.counts(today()));
	}

	private void showFamily(Actor actor, Person person, Model page) {
		var sees = desk.seesFamilies(actor);
		page.addAttribute("pupil", sees && is(actor, person, PUPIL));
		page.addAttribute("guardians", !sees
				? List.of()
				: organisation.guardiansOf(actor.board(), person.id(), today()).stream()
						.map(care -> relation(care, care.guardian())).toList());
		page.addAttribute("children", !sees
				? List.of()
				: organisation.childrenOf(actor.board(), person.id(), today()).stream()
						.filter(care -> desk.sees(actor, care.child().id())).map(care -> relation(care, care.child())).toList());
	}

	private Relation relation(Guardianship care, Person other) {
		return new Relation(other.id(), other.name(), words.say("organisation.guardianship." + care.kind()), care.authorityOn(today()));
	}

	private List<Held> held(Actor actor, Person person) {
		return grants.of(actor.board(), person.id()).stream().sorted(Comparator.comparing(this::moment).thenComparing(Grant::from))
				.map(grant -> held(actor, person, grant)).toList();
	}

	private Held held(Actor actor, Person person, Grant grant) {
		var endable = moment(grant) != Moment.PAST && RoleGiving.may(actor, person.id(), grant.role(), grant.scope());
		return new Held(title(actor, grant.role()), words.place(actor.board(), grant.scope()), words.period(grant.from(), grant.until()),
				moment(grant),
				endable ? RoleForm.of(grant, null) : null);
	}

	private Moment moment(Grant grant) {
		return grant.counts(today()) ? Moment.NOW : grant.from().isAfter(today()) ? Moment.LATER : Moment.PAST;
	}

	private Map<String, String> roleChoices(Actor actor, Person person, List<Scope> places) {
		var choices = new LinkedHashMap<String, String>();
		choices.put("", words.say("organisation.role.give.choose"));
		RoleGiving.choices(actor, person.id(), places).forEach(role -> choices.put(role.name(), title(actor, role)));
		return choices;
	}

	private Map<String, String> placeChoices(Map<Scope, String> places) {
		var choices = new LinkedHashMap<String, String>();
		places.forEach((place, name) -> choices.put(RoleForm.written(place), name));
		return choices;
	}

	private Person known(Actor actor, UUID id) {
		return organisation.find(actor.board(), id).filter(person -> desk.sees(actor, id))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private String title(Actor actor, Role role) {
		return titles.title(actor.board(), role, words.locale());
	}

	private LocalDate today() {
		return LocalDate.now(clock);
	}
}
