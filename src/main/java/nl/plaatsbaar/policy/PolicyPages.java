package nl.plaatsbaar.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.organisation.Organisation;
import nl.plaatsbaar.organisation.School;
import nl.plaatsbaar.web.Link;

/** The policy for who is signed in: what is in force, every version and example, article by article, and a search through it. */
@Controller
@Admits(signedIn = true)
class PolicyPages {

	private static final int MOST_FOUND = 20;

	private final Policies policies;
	private final Adoption adoption;
	private final Interpretations interpretations;
	private final ArticleSearch search;
	private final Organisation organisation;
	private final MessageSource messages;
	private final Clock clock;

	PolicyPages(Policies policies, Adoption adoption, Interpretations interpretations, ArticleSearch search, Organisation organisation,
			MessageSource messages, Clock clock) {
		this.policies = policies;
		this.adoption = adoption;
		this.interpretations = interpretations;
		this.search = search;
		this.organisation = organisation;
		this.messages = messages;
		this.clock = clock;
	}

	/** A version in a list. */
	record Listed(String name, String detail, String link) {
	}

	@GetMapping("/beleid")
	String overview(Actor actor, Model model, Locale locale) {
		var words = new Words(messages, locale);
		var today = LocalDate.now(clock);
		var current = policies.inForce(actor.board(), today);
		model.addAttribute("current", current.map(version -> view(actor, version, words)).orElse(null));
		model.addAttribute("spoilt", policies.spoilt(actor.board(), today).orElse(null));
		model.addAttribute("since", current.map(version -> words.day(version.from())).orElse(""));
		model.addAttribute("others",
				policies.versions(actor.board()).reversed().stream().filter(version -> !Optional.of(version).equals(current))
						.map(version -> listed(version, words)).toList());
		model.addAttribute("examples", policies.examples().stream().map(version -> listed(version, words)).toList());
		model.addAttribute("law", policies.law(today).map(version -> listed(version, words)).orElse(null));
		model.addAttribute("schools", schools(actor));
		model.addAttribute("writes", writes(actor));
		return "policy/overview";
	}

	static boolean writes(Actor actor) {
		return actor.hasAny(Role.POLICY_OFFICER, Role.EXECUTIVE_DIRECTOR);
	}

	private List<School> schools(Actor actor) {
		var own = actor.schools();
		return organisation.schools(actor.board()).stream().filter(school -> own.isEmpty() || own.contains(school.id())).toList();
	}

	private static Listed listed(PolicyVersion version, Words words) {
		var place = version.file().organisation();
		var detail = words.say("policy.listed.from", words.day(version.from())) + (place == null ? "" : " · " + place);
		return new Listed(version.name(), detail, link(version));
	}

	private static String link(PolicyVersion version) {
		return "/beleid/" + version.policy() + (version.isAdopted() ? "?versie=" + version.from() : "");
	}

	private VersionView view(Actor actor, PolicyVersion version, Words words) {
		return VersionView.of(version, adoption.steps(actor.board(), version), interpretations.of(actor.board(), version.policy()),
				LocalDate.now(clock), words);
	}

	@GetMapping("/beleid/{policy}")
	String version(@PathVariable String policy, @RequestParam(required = false) @Nullable String versie, Actor actor, Model model,
			Locale locale) {
		var words = new Words(messages, locale);
		var version = version(actor.board(), policy, Days.read(versie))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("view", view(actor, version, words));
		model.addAttribute("version", version);
		model.addAttribute("publicId", publicId(version));
		model.addAttribute("versions",
				policies.versions(actor.board(), policy).reversed().stream().map(each -> listed(each, words)).toList());
		model.addAttribute("trail", List.of(new Link(words.say("policy.trail.start"), "/"), new Link(words.say("policy.title"), "/beleid"),
				new Link(version.name(), "")));
		model.addAttribute("interprets", actor.has(Role.EXECUTIVE_DIRECTOR) && version.holds(LocalDate.now(clock)) && version.isAdopted());
		if (writes(actor))
			model.addAttribute("checks", Checks.of(version.file(), words));
		return "policy/version";
	}

	@GetMapping("/beleid/{policy}/export/{format}")
	ResponseEntity<byte[]> export(@PathVariable String policy, @PathVariable String format,
			@RequestParam(required = false) @Nullable String versie, Actor actor) {
		var export = Export.ofWord(format).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		var version = version(actor.board(), policy, Days.read(versie))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(export.mediaType()))
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(export.fileName(version)).build().toString())
				.body(export.of(version));
	}

	private Optional<PolicyVersion> version(UUID board, String policy, @Nullable LocalDate from) {
		var all = policies.versions(board, policy);
		if (from != null)
			return all.stream().filter(version -> version.from().equals(from)).findFirst();
		return policies.version(board, policy, LocalDate.now(clock))
				.or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()));
	}

	/** Under what address everybody can read it without signing in. */
	static String publicId(PolicyVersion version) {
		return version.id() == null ? version.policy() : version.id().toString();
	}

	@GetMapping("/beleid/zoeken")
	String search(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String in, Actor actor, Model model,
			Locale locale) {
		var words = new Words(messages, locale);
		var asked = q.length() > 200 ? q.substring(0, 200) : q;
		model.addAttribute("q", asked);
		model.addAttribute("in", in == null ? "" : in);
		model.addAttribute("found", named(search.find(actor.board(), asked, searched(actor, in), MOST_FOUND), actor));
		model.addAttribute("trail",
				List.of(new Link(words.say("policy.title"), "/beleid"), new Link(words.say("policy.search.title"), "")));
		return "policy/search";
	}

	/** What was found, with the name of the policy it stands in. */
	record Hit(String policyName, ArticleSearch.Found article) {
	}

	private List<Hit> named(List<ArticleSearch.Found> found, Actor actor) {
		var today = LocalDate.now(clock);
		return found.stream().map(
				each -> new Hit(policies.version(actor.board(), each.policy(), today).map(PolicyVersion::name).orElse(each.policy()), each))
				.toList();
	}

	private List<PolicyVersion> searched(Actor actor, @Nullable String in) {
		var today = LocalDate.now(clock);
		if (in != null && !in.isBlank() && !in.equals("alles"))
			return policies.version(actor.board(), in, today).stream().toList();
		var versions = new ArrayList<PolicyVersion>();
		Stream.concat(policies.inForce(actor.board(), today).stream(), policies.law(today).stream()).forEach(versions::add);
		if ("alles".equals(in))
			policies.examples().stream().filter(example -> versions.stream().noneMatch(known -> known.policy().equals(example.policy())))
					.forEach(versions::add);
		return versions;
	}
}
