package nl.plaatsbaar.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import nl.plaatsbaar.rules.PolicyFile;

/**
 * One version of one policy: an example that comes with the product, or what a board adopted.
 *
 * @param id         of the board's own version; nothing for a bundled one
 * @param file       what it says; its {@code version} is the day it comes into force, its {@code validUntil} the first day it no longer holds
 * @param digest     SHA-256 of its text, in hexadecimals
 * @param example    the bundled policy a board's version was taken from
 * @param adoptedBy  who put it on record
 */
public record PolicyVersion(@Nullable UUID id, PolicyFile file, String yaml, String digest, @Nullable String example,
		@Nullable String sourceName, @Nullable String sourceDigest, @Nullable UUID adoptedBy, @Nullable Instant adoptedAt) {

	/** What a school added, looked at as a policy of its own. */
	static PolicyVersion ofSchool(PolicyFile additions) {
		return new PolicyVersion(null, additions, "", "", null, null, null, null, null);
	}

	/** The id of the policy, such as {@code osvs-2025}; all its versions share it. */
	public String policy() {
		return file.id();
	}

	public LocalDate from() {
		return file.version();
	}

	public @Nullable LocalDate until() {
		return file.validUntil();
	}

	public boolean holds(LocalDate on) {
		return !on.isBefore(from()) && !hasEnded(on);
	}

	public boolean hasEnded(LocalDate on) {
		var until = until();
		return until != null && !on.isBefore(until);
	}

	/** Whether a board adopted it, as opposed to an example that comes along. */
	public boolean isAdopted() {
		return id != null;
	}

	/** The name people cite it by. */
	public String name() {
		var citation = file.citationTitle();
		return citation == null ? file.title() : citation;
	}
}
