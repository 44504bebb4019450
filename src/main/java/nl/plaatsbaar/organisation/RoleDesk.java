package nl.plaatsbaar.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Grant;
import nl.plaatsbaar.access.Grants;
import nl.plaatsbaar.access.Scope;

/** Gives and ends roles as a form asks, and says in words why not. Access keeps the audit log of it. */
@Component
class RoleDesk {

	sealed interface Outcome {
	}

	record Done(Grant grant) implements Outcome {
	}

	/** @param errors by field of the form */
	record Refused(Map<String, String> errors) implements Outcome {
	}

	private final Organisation organisation;
	private final Desk desk;
	private final Grants grants;
	private final Wording words;
	private final Clock clock;
	private final TransactionTemplate transaction;

	RoleDesk(Organisation organisation, Desk desk, Grants grants, Wording words, Clock clock, TransactionTemplate transaction) {
		this.organisation = organisation;
		this.desk = desk;
		this.grants = grants;
		this.words = words;
		this.clock = clock;
		this.transaction = transaction;
	}

	Outcome give(Actor actor, Person to, RoleForm form) {
		var errors = new LinkedHashMap<String, String>();
		var places = List.copyOf(places(actor, to).keySet());
		var role = form.chosenRole().filter(one -> RoleGiving.choices(actor, to.id(), places).contains(one));
		var place = places.stream().filter(one -> RoleForm.written(one).equals(form.where())).findFirst();
		var from = RoleForm.day(form.from());
		var until = RoleForm.day(form.until());
		if (role.isEmpty())
			errors.put("role", words.say("organisation.error.role"));
		if (place.isEmpty() || role.isPresent() && !RoleGiving.may(actor, to.id(), role.get(), place.get()))
			errors.put("where", words.say("organisation.error.where"));
		if (from.isEmpty())
			errors.put("from", words.say("organisation.error.from"));
		if (until.isEmpty() && !form.until().isEmpty())
			errors.put("until", words.say("organisation.error.from"));
		if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get()))
			errors.put("until", words.say("organisation.error.until"));
		if (!errors.isEmpty())
			return new Refused(errors);
		return give(actor, to, new Grant(role.orElseThrow(), place.orElseThrow(), from.orElseThrow(), until.orElse(null)));
	}

	private Outcome give(Actor actor, Person to, Grant grant) {
		var before = grants.of(actor.board(), to.id()).stream().filter(held -> overlap(held, grant)).findFirst();
		if (before.isPresent())
			return new Refused(
					Map.of("from", words.say("organisation.error.overlap", words.period(before.get().from(), before.get().until()))));
		return unlessSomebodyWasFirst("from", grant, () -> grants.give(actor.board(), to.id(), grant, actor));
	}

	/** Between the look and the change somebody else can have changed the same roles: then nothing is done, and that is said. */
	private Outcome unlessSomebodyWasFirst(String field, Grant grant, Runnable change) {
		try {
			transaction.executeWithoutResult(_ -> change.run());
			return new Done(grant);
		} catch (IllegalArgumentException changedMeanwhile) {
			return new Refused(Map.of(field, words.say("organisation.error.meanwhile")));
		}
	}

	private static boolean overlap(Grant one, Grant other) {
		return one.role() == other.role() && one.scope().equals(other.scope()) && startsBeforeEndOf(one, other)
				&& startsBeforeEndOf(other, one);
	}

	private static boolean startsBeforeEndOf(Grant one, Grant other) {
		return other.until() == null || !one.from().isAfter(other.until());
	}

	/** The role a form points at, when the person still has it and this actor may touch it. What is over stays as it was. */
	Optional<Grant> find(Actor actor, Person of, RoleForm form) {
		return grants.of(actor.board(), of.id()).stream()
				.filter(held -> held.role().name().equals(form.role()) && RoleForm.written(held.scope()).equals(form.where())
						&& held.from().toString().equals(form.from()) && !isOver(held))
				.filter(held -> RoleGiving.may(actor, of.id(), held.role(), held.scope())).findFirst();
	}

	private boolean isOver(Grant grant) {
		return grant.until() != null && grant.until().isBefore(LocalDate.now(clock));
	}

	/** Ends the role after the day in {@code until}; the day before it began takes it away. */
	Outcome end(Actor actor, Person of, Grant grant, RoleForm form) {
		var last = RoleForm.day(form.until());
		if (last.isEmpty())
			return new Refused(Map.of("until", words.say("organisation.error.from")));
		if (last.get().isBefore(grant.from().minusDays(1)))
			return new Refused(Map.of("until", words.say("organisation.error.until")));
		if (grant.until() != null && last.get().isAfter(grant.until()))
			return new Refused(Map.of("until", words.say("organisation.error.longer", words.day(grant.until()))));
		var left = new Grant(grant.role(), grant.scope(), grant.from(), last.get().isBefore(grant.from()) ? null : last.get());
		return unlessSomebodyWasFirst("until", left, () -> grants.end(actor.board(), of.id(), grant, last.get(), actor));
	}

	/** Where this actor can give this person a role: his schools, the groups of schools they both have to do with, the whole board; with its words. */
	Map<Scope, String> places(Actor actor, Person person) {
		var places = new LinkedHashMap<Scope, String>();
		var schools = desk.schools(actor);
		var theirs = desk.schoolsOf(actor.board(), person.id());
		for (var school : schools) {
			places.put(new Scope.School(school.id()), school.name());
			if (schools.size() == 1 || theirs.contains(school.id()))
				organisation.groups(actor.board(), school.id(), LocalDate.now(clock))
						.forEach(group -> places.put(new Scope.Group(school.id(), group.id()),
								words.say("organisation.role.where.group", school.name(), group.name())));
		}
		if (desk.looksAfterAll(actor))
			places.put(new Scope.Board(), words.say("organisation.role.where.board"));
		return places;
	}
}
