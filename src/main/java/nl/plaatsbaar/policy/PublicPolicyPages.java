package nl.plaatsbaar.policy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.access.Tenancy;
import nl.plaatsbaar.organisation.Organisation;
import nl.plaatsbaar.organisation.School;

/**
 * The policy for everybody, without signing in: per policy and per school, on paper, as PDF, and in the frame of the school's own
 * website. Shows what is agreed and nothing about who is asking.
 */
@Controller
@Admits(everyone = true)
class PublicPolicyPages {

	private final Policies policies;
	private final Adoption adoption;
	private final Interpretations interpretations;
	private final Organisation organisation;
	private final Tenancy tenancy;
	private final PolicyPdf pdf;
	private final MessageSource messages;
	private final Clock clock;

	PublicPolicyPages(Policies policies, Adoption adoption, Interpretations interpretations, Organisation organisation, Tenancy tenancy,
			PolicyPdf pdf,
			MessageSource messages, Clock clock) {
		this.policies = policies;
		this.adoption = adoption;
		this.interpretations = interpretations;
		this.organisation = organisation;
		this.tenancy = tenancy;
		this.pdf = pdf;
		this.messages = messages;
		this.clock = clock;
	}

	/** What is shown: a version, and with a school what it added. */
	private record Shown(VersionView view, @Nullable VersionView additions, @Nullable School school, String publicId) {
	}

	@GetMapping("/openbaar/beleid/{id}")
	String policy(@PathVariable String id, Model model, Locale locale, HttpServletRequest request) {
		return page(ofPolicy(id, locale), "/openbaar/beleid/" + id + "/pdf", model, request);
	}

	@GetMapping("/openbaar/beleid/{id}/pdf")
	ResponseEntity<byte[]> policyPdf(@PathVariable String id, Locale locale) {
		return asPdf(ofPolicy(id, locale), locale);
	}

	@GetMapping("/scholen/{slug}/beleid")
	String school(@PathVariable String slug, Model model, Locale locale, HttpServletRequest request) {
		var school = school(slug);
		var shown = ofSchool(school, locale);
		if (shown.isPresent())
			return page(shown.get(), "/scholen/" + slug + "/beleid/pdf", model, request);
		model.addAttribute("school", school);
		return "policy/none";
	}

	@GetMapping("/scholen/{slug}/beleid/pdf")
	ResponseEntity<byte[]> schoolPdf(@PathVariable String slug, Locale locale) {
		return asPdf(ofSchool(school(slug), locale).orElseThrow(PublicPolicyPages::notFound), locale);
	}

	@GetMapping("/inbedden/beleid/{id}")
	String embedded(@PathVariable String id, Model model, Locale locale) {
		var shown = ofPolicy(id, locale);
		model.addAttribute("view", shown.view());
		model.addAttribute("publicId", shown.publicId());
		return "policy/embedded";
	}

	private String page(Shown shown, String pdfLink, Model model, HttpServletRequest request) {
		model.addAttribute("view", shown.view());
		model.addAttribute("additions", shown.additions());
		model.addAttribute("school", shown.school());
		model.addAttribute("pdf", pdfLink);
		var address = ServletUriComponentsBuilder.fromRequest(request).replacePath("/inbedden/beleid/" + shown.publicId())
				.replaceQuery(null).build();
		model.addAttribute("frame",
				"<iframe src=\"%s\" title=\"%s\" width=\"100%%\" height=\"900\" loading=\"lazy\"></iframe>".formatted(address,
						shown.view().name().replace("\"", "&quot;")));
		return "policy/public";
	}

	private ResponseEntity<byte[]> asPdf(Shown shown, Locale locale) {
		var name = shown.view().policy() + "-" + shown.view().from() + ".pdf";
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString())
				.body(pdf.of(shown.view(), shown.additions(), shown.school(), locale));
	}

	private Shown ofPolicy(String id, Locale locale) {
		return adopted(id).map(board -> tenancy.as(board, () -> versionOf(board, id, locale)))
				.orElseGet(() -> policies.versions(null, id).stream().reduce((_, later) -> later)
						.map(version -> new Shown(view(version, AdoptionStep.of(version.file()), List.of(), locale), null, null,
								version.policy()))
						.orElseThrow(PublicPolicyPages::notFound));
	}

	private Optional<UUID> adopted(String id) {
		return Typed.id(id).flatMap(version -> Optional.ofNullable(adoption.boardOf(version)));
	}

	private Shown versionOf(UUID board, String id, Locale locale) {
		var version = policies.versions(board).stream().filter(each -> id.equalsIgnoreCase(String.valueOf(each.id()))).findFirst()
				.orElseThrow(PublicPolicyPages::notFound);
		return new Shown(viewOf(board, version, locale), null, null, id);
	}

	private School school(String slug) {
		return organisation.schoolBySlug(slug).orElseThrow(PublicPolicyPages::notFound);
	}

	private Optional<Shown> ofSchool(School school, Locale locale) {
		var today = LocalDate.now(clock);
		return tenancy.as(school.board(), () -> policies.inForce(school.board(), today).map(version -> {
			var additions = policies.rulebook(school.board(), school.id(), null, today).school();
			var added = additions == null ? null : view(PolicyVersion.ofSchool(additions), List.of(), List.of(), locale);
			return new Shown(viewOf(school.board(), version, locale), added, school, PolicyPages.publicId(version));
		}));
	}

	private VersionView viewOf(UUID board, PolicyVersion version, Locale locale) {
		return view(version, adoption.steps(board, version), interpretations.of(board, version.policy()), locale);
	}

	private VersionView view(PolicyVersion version, List<AdoptionStep> steps, List<Interpretation> readings, Locale locale) {
		return VersionView.of(version, steps, readings, LocalDate.now(clock), new Words(messages, locale));
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}
}
