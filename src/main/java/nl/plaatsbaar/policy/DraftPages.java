package nl.plaatsbaar.policy;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.rules.Coverage;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.UnreadablePolicy;
import nl.plaatsbaar.web.Link;

/** From a document to a policy file: upload, correct the articles, write the rules. Nothing of it counts before it is adopted. */
@Controller
@Admits({Role.POLICY_OFFICER, Role.EXECUTIVE_DIRECTOR})
class DraftPages {

	private final Drafts drafts;
	private final Policies policies;
	private final MessageSource messages;
	private final Clock clock;

	DraftPages(Drafts drafts, Policies policies, MessageSource messages, Clock clock) {
		this.drafts = drafts;
		this.policies = policies;
		this.messages = messages;
		this.clock = clock;
	}

	record Row(UUID id, String title, String detail) {
	}

	/** A mistake in a file with the line it is on. */
	record Mistake(int line, String message, String text) {
	}

	@GetMapping("/beleid/importeren")
	String upload(Actor actor, Model model, Locale locale) {
		return upload(actor, null, model, new Words(messages, locale));
	}

	private String upload(Actor actor, @Nullable String error, Model model, Words words) {
		model.addAttribute("error", error);
		model.addAttribute("rows", drafts.open(actor.board()).stream().map(draft -> row(draft, words)).toList());
		model.addAttribute("examples", policies.examples());
		model.addAttribute("trail", trail(words));
		return "policy/import";
	}

	private Row row(Drafts.Draft draft, Words words) {
		var on = words.day(draft.changedAt().atZone(clock.getZone()).toLocalDate());
		return new Row(draft.id(), draft.title(), words.say(draft.yaml() == null ? "policy.draft.correcting" : "policy.draft.writing", on));
	}

	@PostMapping("/beleid/importeren")
	String read(@RequestParam(name = "file", required = false) @Nullable MultipartFile file, Actor actor, Model model, Locale locale,
			HttpServletResponse response)
			throws IOException {
		var words = new Words(messages, locale);
		try {
			var bytes = file == null ? new byte[0] : file.getBytes();
			var document = Document.read(bytes);
			var id = drafts.imported(actor, fileName(file), bytes, document, Outline.of(document.blocks()));
			return "redirect:/beleid/concepten/" + id;
		} catch (UnreadableDocument unreadable) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return upload(actor, words.say(unreadable.reason().messageKey()), model, words);
		}
	}

	// Some browsers send the whole path on somebody's computer; only the last part is anybody's business.
	private static String fileName(@Nullable MultipartFile file) {
		var name = file == null ? null : file.getOriginalFilename();
		var last = name == null ? "" : Typed.line(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
		return last.isEmpty() ? "document" : last.substring(0, Math.min(120, last.length()));
	}

	@PostMapping("/beleid/concepten")
	String copy(@RequestParam String van, Actor actor, Locale locale, RedirectAttributes next) {
		var version = policies.version(actor.board(), van, LocalDate.now(clock)).orElseThrow(DraftPages::notFound);
		next.addFlashAttribute("done", new Words(messages, locale).say("policy.draft.copied", version.name()));
		return "redirect:/beleid/concepten/" + drafts.copied(actor, version);
	}

	@GetMapping("/beleid/concepten/{id}")
	String show(@PathVariable UUID id, Actor actor, Model model, Locale locale) {
		var words = new Words(messages, locale);
		var draft = drafts.find(actor.board(), id).orElseThrow(DraftPages::notFound);
		var articles = draft.articles();
		var yaml = draft.yaml();
		if (yaml == null)
			return correct(draft, draft.title(), articles == null ? List.of() : articles, Map.of(), model, words);
		return edit(draft, yaml, model, words);
	}

	private String correct(Drafts.Draft draft, String title, List<FoundArticle> articles, Map<String, String> errors, Model model,
			Words words) {
		model.addAttribute("draft", draft);
		model.addAttribute("called", title);
		model.addAttribute("articles", articles);
		model.addAttribute("errors", errors);
		model.addAttribute("trail", trail(words));
		return "policy/correct";
	}

	@PostMapping("/beleid/concepten/{id}/artikelen")
	String correct(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, Actor actor, Model model, Locale locale,
			RedirectAttributes next, HttpServletResponse response) {
		var words = new Words(messages, locale);
		var draft = drafts.find(actor.board(), id).orElseThrow(DraftPages::notFound);
		var title = Typed.line(sent.getFirst("title"));
		var articles = Corrections.of(sent);
		int revision = revision(sent.getFirst("revision"));
		try {
			if ("write".equals(sent.getFirst("do")))
				drafts.written(actor, id, revision, title, articles);
			else
				drafts.corrected(actor, id, revision, title, articles);
			next.addFlashAttribute("done", words.say("policy.draft.saved"));
			return "redirect:/beleid/concepten/" + id;
		} catch (Refused refused) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return correct(draft, title, articles, Errors.of(refused, words), model, words);
		} catch (Drafts.Overtaken overtaken) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return correct(draft, title, articles, Map.of("title", words.say("policy.draft.overtaken")), model, words);
		}
	}

	private static int revision(@Nullable String sent) {
		return sent != null && sent.matches("\\d{1,9}") ? Integer.parseInt(sent) : 0;
	}

	@PostMapping("/beleid/concepten/{id}")
	String save(@PathVariable UUID id, @RequestParam String yaml, @RequestParam(required = false) @Nullable String revision, Actor actor,
			Model model,
			Locale locale, RedirectAttributes next, HttpServletResponse response) {
		var words = new Words(messages, locale);
		var draft = drafts.find(actor.board(), id).orElseThrow(DraftPages::notFound);
		var typed = yaml.replace("\r\n", "\n");
		try {
			drafts.edited(actor, id, revision(revision), typed);
			next.addFlashAttribute("done", words.say("policy.draft.saved"));
			return "redirect:/beleid/concepten/" + id;
		} catch (Refused refused) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("wrong", Errors.of(refused, words).values().iterator().next());
		} catch (Drafts.Overtaken overtaken) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("wrong", words.say("policy.draft.overtaken"));
		}
		return edit(draft, typed, model, words);
	}

	private String edit(Drafts.Draft draft, String yaml, Model model, Words words) {
		model.addAttribute("draft", draft);
		model.addAttribute("yaml", yaml);
		model.addAttribute("trail", trail(words));
		try {
			var file = PolicyFile.read(yaml);
			var coverage = Coverage.of(file);
			model.addAttribute("name", file.title());
			model.addAttribute("checks", Checks.of(file, words));
			model.addAttribute("coverage", words.say("policy.coverage", coverage.encoded(), coverage.total()));
			model.addAttribute("cases", file.cases().size());
		} catch (UnreadablePolicy wrong) {
			model.addAttribute("mistakes", mistakes(wrong, yaml));
		}
		return "policy/editor";
	}

	private static List<Mistake> mistakes(UnreadablePolicy wrong, String yaml) {
		var lines = yaml.lines().toList();
		return wrong.problems().stream().map(problem -> new Mistake(problem.line(), problem.message(),
				problem.line() >= 1 && problem.line() <= lines.size() ? lines.get(problem.line() - 1).strip() : "")).toList();
	}

	@PostMapping("/beleid/concepten/{id}/weg")
	String close(@PathVariable UUID id, Actor actor, Locale locale, RedirectAttributes next) {
		try {
			drafts.close(actor, id);
			next.addFlashAttribute("done", new Words(messages, locale).say("policy.draft.closed"));
		} catch (Drafts.Overtaken gone) {
			throw notFound();
		}
		return "redirect:/beleid/importeren";
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

	private static List<Link> trail(Words words) {
		return List.of(new Link(words.say("policy.title"), "/beleid"), new Link(words.say("policy.import.title"), "/beleid/importeren"));
	}
}
