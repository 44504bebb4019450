package nl.plaatsbaar.organisation;

import static nl.plaatsbaar.access.Role.*;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.access.Grant;
import nl.plaatsbaar.access.Grants;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.access.Scope;
import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;
import nl.plaatsbaar.web.Link;

/** Schools and their people, for those who look after them. */
@Controller
@Admits({ADMINISTRATION, PRINCIPAL, EXECUTIVE_DIRECTOR, ADMINISTRATOR})
class SchoolPages {

	private static final int PAGE = 25;

	/** A person in a list. */
	record Row(Person person, String roles) {
	}

	record SchoolTile(School school, String kind, String people) {
	}

	private final Organisation organisation;
	private final Desk desk;
	private final Roster roster;
	private final Grants grants;
	private final RoleTitles titles;
	private final Wording words;
	private final AuditTrail audit;
	private final Clock clock;

	SchoolPages(Organisation organisation, Desk desk, Roster roster, Grants grants, RoleTitles titles, Wording words, AuditTrail audit,
			Clock clock) {
		this.organisation = organisation;
		this.desk = desk;
		this.roster = roster;
		this.grants = grants;
		this.titles = titles;
		this.words = words;
		this.audit = audit;
		this.clock = clock;
	}

	@GetMapping("/organisatie")
	String schools(Actor actor, @RequestParam(defaultValue = "") String zoek, @RequestParam(defaultValue = "1") int pagina, Model page) {
		var schools = desk.schools(actor);
		page.addAttribute("schools", schools.stream().map(school -> tile(actor, school)).toList());
		page.addAttribute("letters", zoek);
		page.addAttribute("mayTitle", desk.looksAfterAll(actor));
		if (!zoek.isBlank()) {
			var found = roster.find(actor.board(), desk.looksAfterAll(actor) ? null : everybodyAt(actor, schools), zoek, existing(pagina),
					PAGE);
			show(page, found, pagina,
					UriComponentsBuilder.fromPath("/organisatie").queryParam("zoek", "{zoek}").encode().build(zoek).toString(),
					rows(actor, found.people(), person -> grants.of(actor.board(), person.id())));
		}
		return "organisation/schools";
	}

	private SchoolTile tile(Actor actor, School school) {
		return new SchoolTile(school, words.say("organisation.kind." + school.kind()),
				words.say("organisation.school.people", grants.at(actor.board(), school.id(), today()).size()));
	}

	private Set<UUID> everybodyAt(Actor actor, List<School> schools) {
		var everybody = new HashSet<UUID>();
		schools.forEach(school -> everybody.addAll(grants.at(actor.board(), school.id(), today()).keySet()));
		return everybody;
	}

	@GetMapping("/organisatie/scholen/{slug}")
	String school(Actor actor, @PathVariable String slug, @RequestParam(defaultValue = "") String zoek, @RequestParam @Nullable Role rol,
			@RequestParam(defaultValue = "") String groep, @RequestParam(defaultValue = "1") int pagina, Model page) {
		var school = own(actor, slug);
		var here = grants.at(actor.board(), school.id(), today());
		var groups = organisation.groups(actor.board(), school.id(), today());
		var group = groups.stream().filter(one -> one.name().equals(groep)).findFirst();
		var among = group.map(one -> inGroup(one, here)).orElse(withRole(rol, here));
		var found = roster.find(actor.board(), among, zoek, existing(pagina), PAGE);
		page.addAttribute("school", school);
		page.addAttribute("letters", zoek);
		page.addAttribute("trail", List.of(new Link(words.say("organisation.title"), "/organisatie"), new Link(school.name(), at(school))));
		page.addAttribute("roles", roleTabs(actor, school, here));
		page.addAttribute("groups", groups.stream().map(one -> new Link(one.name(), at(school, "groep", one.name()))).toList());
		page.addAttribute("filtered", group.isPresent() || rol != null);
		page.addAttribute("current",
				group.isPresent() ? at(school, "groep", groep) : rol == null ? at(school) : at(school, "rol", rol.name()));
		var address = UriComponentsBuilder.fromPath(at(school)).queryParam("zoek", "{zoek}").queryParam("groep", "{groep}")
				.queryParam("rol", rol == null ? "" : rol.name()).encode().build(zoek, groep).toString();
		show(page, found, pagina, address,
				rows(actor, found.people(), person -> here.getOrDefault(person.id(), List.of())));
		return "organisation/school";
	}

	private Collection<UUID> inGroup(Group group, Map<UUID, List<Grant>> here) {
		var pupils = organisation.pupils(group.board(), group.id(), today()).stream().map(Person::id);
		var others = here.entrySet().stream().filter(entry -> entry.getValue().stream()
				.anyMatch(grant -> grant.scope().equals(new Scope.Group(group.school(), group.id())))).map(Map.Entry::getKey);
		return Stream.concat(others, pupils).collect(Collectors.toSet());
	}

	private static Collection<UUID> withRole(@Nullable Role role, Map<UUID, List<Grant>> here) {
		return role == null
				? here.keySet()
				: here.entrySet().stream().filter(entry -> entry.getValue().stream().anyMatch(grant -> grant.role() == role))
						.map(Map.Entry::getKey)
						.toList();
	}

	private List<Link> roleTabs(Actor actor, School school, Map<UUID, List<Grant>> here) {
		var tabs = new ArrayList<Link>();
		tabs.add(new Link(words.say("organisation.everyone") + " " + here.size(), at(school)));
		titles.titles(actor.board(), words.locale()).forEach((role, title) -> {
			var number = withRole(role, here).size();
			if (number > 0)
				tabs.add(new Link(title + " " + number, at(school, "rol", role.name())));
		});
		return tabs;
	}

	private void show(Model page, Roster.Found found, int pagina, String address, List<Row> rows) {
		var now = existing(pagina);
		var last = Math.max(1, (found.number() + PAGE - 1) / PAGE);
		page.addAttribute("rows", rows);
		page.addAttribute("number", found.number());
		page.addAttribute("previous", now > 1 ? address + "&pagina=" + (now - 1) : null);
		page.addAttribute("next", now < last ? address + "&pagina=" + (now + 1) : null);
		page.addAttribute("pageOf", last > 1 ? words.say("organisation.page", now, last) : null);
	}

	private static int existing(int page) {
		return Math.clamp(page, 1, 100_000);
	}

	private List<Row> rows(Actor actor, List<Person> people, Function<Person, List<Grant>> roles) {
		var all = titles.titles(actor.board(), words.locale());
		return people.stream().map(person -> new Row(person, inWords(actor, roles.apply(person), all))).toList();
	}

	/** That somebody works here goes without saying beside what the work is. */
	private String inWords(Actor actor, List<Grant> held, Map<Role, String> all) {
		var now = held.stream().filter(grant -> grant.counts(today())).toList();
		return now.stream().filter(grant -> grant.role() != EMPLOYEE || now.size() == 1)
				.map(grant -> all.get(grant.role()) + (groupOf(actor, grant) instanceof String group ? " " + group : "")).distinct()
				.collect(Collectors.joining(", "));
	}

	private @Nullable String groupOf(Actor actor, Grant grant) {
		return grant.scope() instanceof Scope.Group(_, var group) ? organisation.group(actor.board(), group).name() : null;
	}

	@GetMapping("/organisatie/scholen/{slug}/mensen.csv")
	ResponseEntity<byte[]> csv(Actor actor, @PathVariable String slug) {
		var school = own(actor, slug);
		var here = grants.at(actor.board(), school.id(), today());
		var all = titles.titles(actor.board(), words.locale());
		var list = new PeopleList();
		for (var person : organisation.people(actor.board(), here.keySet()))
			for (var grant : here.getOrDefault(person.id(), List.of()))
				list.add(person, all.getOrDefault(grant.role(), ""), groupOf(actor, grant), grant);
		audit.recordApart(actor.board(), actor.person(),
				Recordable.of("organisation.people.exported", "school", school.id()).with("people", String.valueOf(here.size())));
		return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8)).header(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename("mensen-%s-%s.csv".formatted(school.slug(), today())).build().toString())
				.body(list.file());
	}

	private School own(Actor actor, String slug) {
		return desk.schools(actor).stream().filter(school -> school.slug().equals(slug)).findFirst()
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String at(School school) {
		return "/organisatie/scholen/" + school.slug();
	}

	private static String at(School school, String name, String value) {
		return UriComponentsBuilder.fromPath(at(school)).queryParam(name, "{value}").encode().build(value).toString();
	}

	private LocalDate today() {
		return LocalDate.now(clock);
	}
}
