package nl.plaatsbaar.policy.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Tenancy;
import nl.plaatsbaar.organisation.Organisation;
import nl.plaatsbaar.organisation.School;
import nl.plaatsbaar.policy.Policies;
import nl.plaatsbaar.policy.PolicyVersion;
import nl.plaatsbaar.policy.Rulebook;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the desk that answers: of a school, of an example policy, or of the school where the person who is signed in works. */
@Component
class Desks {

	private final Policies policies;
	private final Organisation organisation;
	private final Tenancy tenancy;
	private final Clock clock;

	Desks(Policies policies, Organisation organisation, Tenancy tenancy, Clock clock) {
		this.policies = policies;
		this.organisation = organisation;
		this.tenancy = tenancy;
		this.clock = clock;
	}

	/** Whose rules count for this address; nothing when a visitor did not say. */
	Optional<Desk> find(@Nullable String policy, @Nullable String school, Optional<Actor> actor, LocalDate on) {
		if (policy != null && !policy.isBlank())
			return ofPolicy(policy, on);
		if (school != null && !school.isBlank())
			return ofSchool(school, on);
		return actor.flatMap(this::school).map(own -> desk(own, on));
	}

	Optional<Desk> ofPolicy(String policy, LocalDate on) {
		return policies.version(null, policy, on).map(version -> desk(null, policies.rulebook(version, on), on));
	}

	/** @param school its slug or its id */
	Optional<Desk> ofSchool(String school, LocalDate on) {
		return organisation.schoolBySlug(school)
				.or(() -> schools().stream().filter(each -> each.id().toString().equals(school)).findFirst())
				.map(found -> desk(found, on));
	}

	List<PolicyVersion> examples() {
		return policies.examples();
	}

	List<School> schools() {
		return organisation.publicSchools();
	}

	List<String> policyIds() {
		return Stream.concat(policies.examples().stream(), policies.law(LocalDate.now(clock)).stream()).map(PolicyVersion::policy)
				.distinct().toList();
	}

	List<String> schoolIds() {
		return schools().stream().map(School::slug).toList();
	}

	@Nullable
	String slug(@Nullable UUID school) {
		return schools().stream().filter(each -> each.id().equals(school)).findFirst().map(School::slug).orElse(null);
	}

	/** Where the person works; somebody of the whole board looks at its first school. */
	private Optional<School> school(Actor actor) {
		return organisation.schools(actor.board()).stream()
				.filter(school -> actor.schools().isEmpty() || actor.schools().contains(school.id()))
				.findFirst();
	}

	private Desk desk(School school, LocalDate on) {
		return tenancy.as(school.board(), () -> desk(school, policies.rulebook(school.board(), school.id(), null, on), on));
	}

	private Desk desk(@Nullable School school, Rulebook rulebook, LocalDate on) {
		var board = school == null ? null : school.board();
		return new Desk(school, rulebook.files(), rulebook.rules(), policies.platforms(board, on));
	}
}
