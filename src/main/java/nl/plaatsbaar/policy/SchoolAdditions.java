package nl.plaatsbaar.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;
import nl.plaatsbaar.policy.Refused.Why;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.RuleSet;
import nl.plaatsbaar.rules.Strictness;
import nl.plaatsbaar.rules.TooComplicated;
import nl.plaatsbaar.rules.UnreadablePolicy;

/** What schools add to the policy of their board. An addition may only be stricter; a looser one is refused with the proof. */
@Component
class SchoolAdditions {

	private final JdbcClient jdbc;
	private final Bundled bundled;
	private final Shelves shelves;
	private final AuditTrail audit;
	private final Clock clock;

	SchoolAdditions(JdbcClient jdbc, Bundled bundled, Shelves shelves, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.bundled = bundled;
		this.shelves = shelves;
		this.audit = audit;
		this.clock = clock;
	}

	/** A rule of the school that undercuts one of the board. */
	static final class Looser extends RuntimeException {

		private final transient Strictness.Looser proof;

		Looser(Strictness.Looser proof) {
			super(proof.schoolRule().id() + " undercuts " + proof.boardRule().id());
			this.proof = proof;
		}

		Strictness.Looser proof() {
			return proof;
		}
	}

	/**
	 * @throws Refused when something is missing, or no policy is in force to add to
	 * @throws Looser  when the board asks more
	 */
	@Transactional
	UUID add(UUID board, @Nullable Actor by, UUID school, AdditionForm form) {
		var from = form.checked();
		oneAtATime(board, school);
		var others = of(board, school);
		numberIsFree(others, form.number(), from, "number");
		var article = form.article();
		check(board, others, article, from);
		var id = keep(board, by, school, form, from, article);
		audit.record(board, by == null ? null : by.person(), Recordable.of("policy.addition.added", "school-addition", id).with("school",
				school.toString()).with("number", form.number()).with("from", from.toString()));
		shelves.changed(board);
		return id;
	}

	// Two heads who press the button together would each see a free number.
	private void oneAtATime(UUID board, UUID school) {
		jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('school_addition ' || :board || ' ' || :school, 0))")
				.param("board", board.toString()).param("school", school.toString()).query(Integer.class).single();
	}

	private static void numberIsFree(List<SchoolAddition> others, String number, LocalDate from, String field) {
		if (others.stream().anyMatch(other -> holdsAfter(other, from) && other.number().equalsIgnoreCase(number)))
			throw new Refused(field, "policy.addition.number-taken", number);
	}

	private static boolean holdsAfter(SchoolAddition addition, LocalDate from) {
		return !addition.wasTakenBack() && (addition.until() == null || addition.until().isAfter(from));
	}

	/** Whether it can be read and applied beside what the school has already, and is stricter than the policy it adds to. */
	private void check(UUID board, List<SchoolAddition> others, String article, LocalDate from) {
		var policy = shelves.of(board).inForce(from).orElseThrow(() -> new Refused("from", "policy.addition.no-policy"));
		readable(from, List.of(article));
		var standing = others.stream().filter(other -> holdsAfter(other, later(from, LocalDate.now(clock)))).map(SchoolAddition::article);
		var together = readable(from, Stream.concat(standing, Stream.of(article)).toList());
		try {
			seenThrough(bundled.law(from), policy.file(), together);
			Strictness.looser(policy.file(), together).ifPresent(proof -> {
				throw new Looser(proof);
			});
		} catch (TooComplicated beyond) {
			throw new Refused("", "policy.addition.too-complicated");
		}
	}

	private static void seenThrough(@Nullable PolicyVersion law, PolicyFile policy, PolicyFile school) {
		RuleSet.of(Stream.concat(Stream.ofNullable(law).map(PolicyVersion::file), Stream.of(policy, school)).toArray(PolicyFile[]::new))
				.seeThrough();
	}

	private static LocalDate later(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}

	private static PolicyFile readable(LocalDate from, List<String> articles) {
		try {
			return PolicyFile.read(SchoolRules.yaml(from, articles));
		} catch (UnreadablePolicy wrong) {
			throw new Refused(
					wrong.problems().stream().map(problem -> new Why("", "policy.addition.unreadable", problem.message())).toList());
		}
	}

	private UUID keep(UUID board, @Nullable Actor by, UUID school, AdditionForm form, LocalDate from, String article) {
		try {
			return jdbc.sql("""
					insert into school_addition (board_id, school_id, number, heading, article, digest, in_force_from, added_by, added_at)
					values (:board, :school, :number, :heading, :article, :digest, :from, :by, :now) returning id""").param("board", board)
					.param("school", school).param("number", form.number()).param("heading", form.heading()).param("article", article)
					.param("digest", Bundled.digest(article)).param("from", from)
					.param("by", by == null ? null : by.person(), java.sql.Types.OTHER)
					.param("now", OffsetDateTime.now(clock)).query(UUID.class).single();
		} catch (DuplicateKeyException taken) {
			throw new Refused("number", "policy.addition.number-taken", form.number());
		}
	}

	/** All additions of a school, what has ended too, the earliest first. */
	List<SchoolAddition> of(UUID board, UUID school) {
		return shelves.of(board).additions().stream().filter(addition -> addition.school().equals(school)).toList();
	}

	/** Ends an addition today. One that has not begun yet never will. */
	@Transactional
	void end(Actor by, UUID school, UUID addition) {
		oneAtATime(by.board(), school);
		int changed = jdbc.sql("""
				update school_addition set valid_until = greatest(in_force_from, :today), ended_by = :by, ended_at = :now
				where board_id = :board and school_id = :school and id = :id and (valid_until is null or valid_until > :today)""")
				.param("today", LocalDate.now(clock)).param("by", by.person()).param("now", OffsetDateTime.now(clock))
				.param("board", by.board())
				.param("school", school).param("id", addition).update();
		if (changed == 0)
			throw new Refused("", "policy.addition.gone");
		audit.record(by.board(), by.person(), Recordable.of("policy.addition.ended", "school-addition", addition));
		shelves.changed(by.board());
	}

	/**
	 * Takes the end back: the addition holds on as before.
	 *
	 * @throws Refused when it was resumed already, or no longer fits beside what the school has now
	 * @throws Looser  when the board asks more by now
	 */
	@Transactional
	void resume(Actor by, UUID school, UUID addition) {
		oneAtATime(by.board(), school);
		var all = of(by.board(), school);
		var ended = all.stream().filter(one -> one.id().equals(addition) && one.until() != null).findFirst()
				.orElseThrow(() -> new Refused("", "policy.addition.gone"));
		var others = all.stream().filter(other -> !other.id().equals(addition)).toList();
		numberIsFree(others, ended.number(), ended.from(), "");
		check(by.board(), others, ended.article(), later(ended.from(), LocalDate.now(clock)));
		jdbc.sql("""
				update school_addition set valid_until = null, ended_by = null, ended_at = null
				where board_id = :board and school_id = :school and id = :id""").param("board", by.board()).param("school", school)
				.param("id", addition).update();
		audit.record(by.board(), by.person(), Recordable.of("policy.addition.resumed", "school-addition", addition));
		shelves.changed(by.board());
	}

	/** The next free number: S.1, S.2, … */
	String suggestedNumber(UUID board, UUID school) {
		int next = 1;
		var taken = of(board, school).stream().map(SchoolAddition::number).toList();
		while (taken.contains("S." + next))
			next++;
		return "S." + next;
	}
}
