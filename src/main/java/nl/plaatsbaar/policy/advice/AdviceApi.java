package nl.plaatsbaar.policy.advice;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.Situation;
import nl.plaatsbaar.rules.UnreadableSituation;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** "Mag dit?" for other programs: the same question, the same answer. Open to everybody, since the rules are public and nothing is kept. */
@RestController
class AdviceApi {

	private static final int LONGEST_ECHO = 200;
	private static final List<String> FIELDS = List.of("policy", "school", "on", "situation");

	private final Desks desks;
	private final Answered answered;
	private final Clock clock;

	AdviceApi(Desks desks, Answered answered, Clock clock) {
		this.desks = desks;
		this.answered = answered;
		this.clock = clock;
	}

	@Admits(everyone = true)
	@PostMapping(path = "/api/v1/advice", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	byte[] advise(@RequestBody Map<String, @Nullable Object> question) {
		question.keySet().stream().filter(field -> !FIELDS.contains(field)).findFirst().ifPresent(field -> {
			throw new UnreadableQuestion(field, question.get(field), "This field is not part of a question.", FIELDS);
		});
		var desk = desk(text(question, "policy"), text(question, "school"), day(question.get("on")));
		return answered.by(desk, facts(desk, question.get("situation")));
	}

	private Desk desk(@Nullable String policy, @Nullable String school, LocalDate on) {
		if (policy != null && school != null)
			throw new UnreadableQuestion("school", school, "Name a policy or a school, not both.", List.of());
		if (policy != null)
			return desks.ofPolicy(policy, on).orElseThrow(() -> new UnreadableQuestion("policy", policy,
					"There is no policy with this id that holds on %s.".formatted(on), new TreeSet<>(desks.policyIds())));
		if (school != null)
			return desks.ofSchool(school, on).orElseThrow(
					() -> new UnreadableQuestion("school", school, "There is no school with this id.", new TreeSet<>(desks.schoolIds())));
		throw new UnreadableQuestion("policy", null, "Say whose rules count: a policy or a school.", new TreeSet<>(desks.policyIds()));
	}

	private LocalDate day(@Nullable Object on) {
		if (on == null)
			return LocalDate.now(clock);
		try {
			return LocalDate.parse(on.toString());
		} catch (DateTimeParseException notADay) {
			throw new UnreadableQuestion("on", on, "This is not a day. Write it as 2026-11-20.", List.of());
		}
	}

	private static Facts facts(Desk desk, @Nullable Object situation) {
		if (!(situation instanceof Map<?, ?> told))
			throw new UnreadableQuestion("situation", situation, "Tell the situation as an object with facts.", Situations.factCodes());
		try {
			return Situation.read(Situations.named(told), name -> desk.place(name).map(nl.plaatsbaar.rules.Value::code));
		} catch (UnreadableSituation mistake) {
			throw new UnreadableQuestion("situation." + mistake.field(), mistake.value(), String.valueOf(mistake.getMessage()),
					mistake.allowed());
		}
	}

	private static @Nullable String text(Map<String, @Nullable Object> question, String field) {
		var value = question.get(field);
		if (value == null || value instanceof String text && text.chars().noneMatch(Character::isISOControl))
			return (String) value;
		throw new UnreadableQuestion(field, value, "This must be a text.", List.of());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unreadable(UnreadableQuestion mistake) {
		var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, mistake.getMessage());
		problem.setTitle("This question cannot be read");
		problem.setType(URI.create("/api#mistakes"));
		problem.setProperty("field", mistake.field());
		problem.setProperty("value", shortened(mistake.value()));
		problem.setProperty("allowed", mistake.allowed());
		return problem(problem);
	}

	/** Enough to recognise it; nobody needs a megabyte of nonsense back. */
	private static @Nullable Object shortened(@Nullable Object value) {
		var text = String.valueOf(value);
		return text.length() > LONGEST_ECHO ? text.substring(0, LONGEST_ECHO) + "…" : value;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notJson(HttpMessageNotReadableException mistake) {
		var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
				"The body must be one JSON object with a policy or a school, and a situation.");
		problem.setTitle("This question cannot be read");
		problem.setType(URI.create("/api#mistakes"));
		problem.setProperty("allowed", FIELDS);
		return problem(problem);
	}

	private static ResponseEntity<ProblemDetail> problem(ProblemDetail problem) {
		return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}
}
