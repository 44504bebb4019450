package nl.plaatsbaar.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything one board adopted, added and registered, as it was at one moment. Small, so it is kept whole.
 *
 * @param versions  its own versions, the earliest first
 * @param additions of all its schools, the earliest first
 * @param platforms its own rows of the register
 * @param spoilt    versions that can no longer be read, the earliest first
 */
record Shelf(List<PolicyVersion> versions, List<SchoolAddition> additions, List<KnownPlatform> platforms, List<Spoilt> spoilt) {

	/** What a board without a shelf has: a visitor who only looks at the examples. */
	static final Shelf EMPTY = new Shelf(List.of(), List.of(), List.of(), List.of());

	/** A version that was readable when it was adopted and no longer is. */
	record Spoilt(String title, LocalDate from) {
	}

	/**
	 * The last one that began counts, until it ends: never two on one day. When that one cannot be read nothing counts but the law: the
	 * board did replace what came before it.
	 */
	Optional<PolicyVersion> inForce(LocalDate on) {
		return spoilt(on).isPresent() ? Optional.empty() : begun(on).filter(version -> version.holds(on));
	}

	private Optional<PolicyVersion> begun(LocalDate on) {
		return versions.stream().filter(version -> !on.isBefore(version.from())).reduce((_, later) -> later);
	}

	/** The version that should count that day, and cannot be read. */
	Optional<Spoilt> spoilt(LocalDate on) {
		return spoilt.stream().filter(one -> !on.isBefore(one.from())).reduce((_, later) -> later)
				.filter(one -> begun(on).filter(version -> version.from().isAfter(one.from())).isEmpty());
	}

	List<SchoolAddition> additions(UUID school, LocalDate on) {
		return additions.stream().filter(addition -> addition.school().equals(school) && addition.holds(on)).toList();
	}

	List<KnownPlatform> platformsWith(List<KnownPlatform> bundled) {
		var all = new ArrayList<>(platforms);
		bundled.stream().filter(known -> platforms.stream().noneMatch(own -> own.platform().id().equals(known.platform().id())))
				.forEach(all::add);
		return all;
	}
}
