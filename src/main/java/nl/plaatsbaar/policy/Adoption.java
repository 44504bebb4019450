package nl.plaatsbaar.policy;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;
import nl.plaatsbaar.rules.Cases;
import nl.plaatsbaar.rules.Layer;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.RuleSet;
import nl.plaatsbaar.rules.TooComplicated;
import nl.plaatsbaar.rules.UnreadablePolicy;

/** Puts on record what a board adopted, with the steps that led to it. What was adopted never changes; it can be taken back. */
@Component
class Adoption {

	private static final Pattern FROM = Pattern.compile("(?m)^versie:.*$");
	private static final Pattern UNTIL = Pattern.compile("(?m)^geldig-tot:.*\\R?");

	private final JdbcClient jdbc;
	private final Bundled bundled;
	private final Shelves shelves;
	private final AuditTrail audit;
	private final Clock clock;

	Adoption(JdbcClient jdbc, Bundled bundled, Shelves shelves, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.bundled = bundled;
		this.shelves = shelves;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * What is adopted.
	 *
	 * @param example the bundled policy it was taken from
	 * @param until   the first day it no longer holds; nothing means until something else comes
	 * @param steps   in the order of the record; empty means those in the file
	 */
	record Proposal(String yaml, @Nullable String example, @Nullable String sourceName, @Nullable String sourceDigest, LocalDate from,
			@Nullable LocalDate until, List<AdoptionStep> steps) {
	}

	/** @throws Refused when the text cannot be applied as it stands, or another version begins on that day */
	@Transactional
	UUID adopt(UUID board, @Nullable Actor by, Proposal proposal) {
		if (proposal.until() != null && !proposal.until().isAfter(proposal.from()))
			throw new Refused("until", "policy.adopt.until-before-from");
		readable(proposal.yaml());
		var yaml = dated(proposal.yaml(), proposal.from(), proposal.until());
		var file = readable(yaml);
		if (!file.version().equals(proposal.from()) || !Objects.equals(file.validUntil(), proposal.until()))
			throw new Refused("draft", "policy.adopt.date-not-set");
		check(file);
		var id = keep(board, by, proposal, yaml, file);
		for (int i = 0; i < proposal.steps().size(); i++)
			keep(board, id, i, proposal.steps().get(i));
		jdbc.sql("insert into public_policy (board_id, version_id) values (:board, :id)").param("board", board).param("id", id).update();
		audit.record(board, by == null ? null : by.person(), Recordable.of("policy.version.adopted", "policy-version", id)
				.with("policy", file.id()).with("from", proposal.from().toString()).with("digest", Bundled.digest(yaml)));
		shelves.changed(board);
		return id;
	}

	private UUID keep(UUID board, @Nullable Actor by, Proposal proposal, String yaml, PolicyFile file) {
		try {
			return jdbc.sql("""
					insert into policy_version (board_id, policy, title, in_force_from, valid_until, yaml, digest, example, source_name,
						source_digest, adopted_by, adopted_at)
					values (:board, :policy, :title, :from, :until, :yaml, :digest, :example, :sourceName, :sourceDigest, :by, :now)
					returning id""").param("board", board).param("policy", file.id()).param("title", file.title())
					.param("from", proposal.from())
					.param("until", proposal.until() == null ? null : Date.valueOf(proposal.until()), java.sql.Types.DATE)
					.param("yaml", yaml)
					.param("digest", Bundled.digest(yaml)).param("example", proposal.example()).param("sourceName", proposal.sourceName())
					.param("sourceDigest", proposal.sourceDigest()).param("by", by == null ? null : by.person(), java.sql.Types.OTHER)
					.param("now", OffsetDateTime.now(clock)).query(UUID.class).single();
		} catch (DuplicateKeyException sameDay) {
			throw new Refused("from", "policy.adopt.day-taken");
		}
	}

	private void keep(UUID board, UUID version, int position, AdoptionStep step) {
		jdbc.sql("""
				insert into adoption_step (board_id, version_id, position, organ, kind, taken_on)
				values (:board, :version, :position, :organ, :kind, :on)""").param("board", board).param("version", version)
				.param("position", position).param("organ", step.organ()).param("kind", step.kind()).param("on", step.on().toString())
				.update();
	}

	// The day it comes into force is a decision of this board, whatever day the example or the draft names.
	private static String dated(String yaml, LocalDate from, @Nullable LocalDate until) {
		var undated = UNTIL.matcher(yaml).replaceAll("");
		var line = "versie: " + from + (until == null ? "" : "\ngeldig-tot: " + until);
		return FROM.matcher(undated).replaceFirst(Matcher.quoteReplacement(line));
	}

	private static PolicyFile readable(String yaml) {
		try {
			return PolicyFile.read(yaml);
		} catch (UnreadablePolicy wrong) {
			throw new Refused("draft", "policy.adopt.unreadable", wrong.problems().size());
		}
	}

	private void check(PolicyFile file) {
		if (file.layer() != Layer.POLICY)
			throw new Refused("draft", "policy.adopt.not-a-policy");
		if (file.articles().isEmpty())
			throw new Refused("draft", "policy.adopt.no-articles");
		if (file.id().equals(SchoolRules.POLICY) || bundled.laws().stream().anyMatch(law -> law.policy().equals(file.id())))
			throw new Refused("draft", "policy.adopt.name-reserved", file.id());
		int failing = Cases.run(file).size();
		if (failing > 0)
			throw new Refused("draft", "policy.adopt.cases-fail", failing);
		seenThrough(file);
	}

	// What is too complicated here could ask nobody a question from that day on.
	private void seenThrough(PolicyFile file) {
		var law = bundled.law(file.version());
		try {
			RuleSet.of(law == null ? new PolicyFile[]{file} : new PolicyFile[]{law.file(), file}).seeThrough();
		} catch (TooComplicated beyond) {
			throw new Refused("draft", "policy.adopt.too-complicated");
		}
	}

	/** Takes a version back: the one before it counts again. The record of it stays. */
	@Transactional
	void withdraw(Actor by, UUID version) {
		int changed = jdbc.sql("""
				update policy_version set withdrawn_at = :now, withdrawn_by = :by
				where board_id = :board and id = :id and withdrawn_at is null""").param("now", OffsetDateTime.now(clock))
				.param("by", by.person())
				.param("board", by.board()).param("id", version).update();
		if (changed == 0)
			throw new Refused("", "policy.adopt.gone");
		jdbc.sql("delete from public_policy where board_id = :board and version_id = :id").param("board", by.board()).param("id", version)
				.update();
		audit.record(by.board(), by.person(), Recordable.of("policy.version.withdrawn", "policy-version", version));
		shelves.changed(by.board());
	}

	/** The steps on record: what the board wrote down, else what the text itself tells. */
	List<AdoptionStep> steps(UUID board, PolicyVersion version) {
		var own = version.id() == null
				? List.<AdoptionStep>of()
				: jdbc.sql("""
						select organ, kind, taken_on from adoption_step where board_id = :board and version_id = :id order by position""")
						.param("board", board).param("id", version.id())
						.query((row, _) -> new AdoptionStep(row.getString("organ"), row.getString("kind"),
								AdoptionStep.dayOrMonth(row.getString("taken_on"))))
						.list();
		return own.isEmpty() ? AdoptionStep.of(version.file()) : own;
	}

	/** The board of a public version, asked before anybody knows which board is meant. */
	@Nullable
	UUID boardOf(UUID publicVersion) {
		return jdbc.sql("select board_id from public_policy where version_id = :id").param("id", publicVersion).query(UUID.class).optional()
				.orElse(null);
	}
}
