package nl.plaatsbaar.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.UnreadablePolicy;

/**
 * Everything one board adopted, added and registered, as it was at one moment. Small, so it is kept whole.
 *
 * @param versions  its own versions, the earliest first
 * @param additions of all its schools, the earliest first
 * @param platforms its own rows of the register
 */
record Shelf(List<PolicyVersion> versions, List<SchoolAddition> additions, List<KnownPlatform> platforms) {

	/** What a board without a shelf has: a visitor who only looks at the examples. */
	static final Shelf EMPTY = new Shelf(List.of(), List.of(), List.of());

	/** The last one that began counts, until it ends: never two on one day. */
	Optional<PolicyVersion> inForce(LocalDate on) {
		return versions.stream().filter(version -> !on.isBefore(version.from())).reduce((_, later) -> later)
				.filter(version -> version.holds(on));
	}

	List<SchoolAddition> additions(UUID school, LocalDate on) {
		return additions.stream().filter(addition -> addition.school().equals(school) && addition.holds(on)).toList();
	}

	/** Reads what was readable when it was adopted. */
	static PolicyFile readable(String yaml) {
		try {
			return PolicyFile.read(yaml);
		} catch (UnreadablePolicy changed) {
			throw new IllegalStateException("an adopted policy can no longer be read: " + changed.getMessage(), changed);
		}
	}

	List<KnownPlatform> platformsWith(List<KnownPlatform> bundled) {
		var all = new ArrayList<>(platforms);
		bundled.stream().filter(known -> platforms.stream().noneMatch(own -> own.platform().id().equals(known.platform().id())))
				.forEach(all::add);
		return all;
	}
}
