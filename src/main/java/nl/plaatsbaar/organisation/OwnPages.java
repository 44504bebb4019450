package nl.plaatsbaar.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.access.Role;

/** What everybody else sees of the organisation: a teacher the own groups, a guardian the own children, nothing more. */
@Controller
class OwnPages {

	record OwnGroup(Group group, String school, List<Person> pupils, String count) {
	}

	record OwnChild(Person child, String where, String authority) {
	}

	private final Organisation organisation;
	private final Wording words;
	private final Clock clock;

	OwnPages(Organisation organisation, Wording words, Clock clock) {
		this.organisation = organisation;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping("/mijn-groepen")
	@Admits(Role.TEACHER)
	String groups(Actor actor, Model page) {
		page.addAttribute("groups", organisation.groupsOfTeacher(actor.board(), actor.person()).stream().map(this::ownGroup).toList());
		return "organisation/my-groups";
	}

	private OwnGroup ownGroup(Group group) {
		var pupils = organisation.pupils(group.board(), group.id(), today());
		return new OwnGroup(group, organisation.school(group.board(), group.school()).name(), pupils,
				words.say("organisation.mine.groups.count", pupils.size()));
	}

	@GetMapping("/mijn-kinderen")
	@Admits(Role.PARENT)
	String children(Actor actor, Model page) {
		page.addAttribute("children", organisation.childrenOf(actor.board(), actor.person(), today()).stream()
				.map(care -> new OwnChild(care.child(), where(care.child()), words.say(authority(care), care.child().firstName())))
				.toList());
		return "organisation/my-children";
	}

	private String authority(Guardianship care) {
		if (care.authorityOn(today()))
			return "organisation.mine.authority";
		return care.authority() ? "organisation.mine.adult" : "organisation.mine.no-authority";
	}

	private String where(Person child) {
		return organisation.groupsOfPupil(child.board(), child.id(), today()).stream()
				.map(group -> words.say("organisation.role.where.group", organisation.school(child.board(), group.school()).name(),
						group.name()))
				.collect(Collectors.joining(", "));
	}

	private LocalDate today() {
		return LocalDate.now(clock);
	}
}
