package nl.plaatsbaar.policy.advice;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.organisation.Organisation;
import nl.plaatsbaar.organisation.Person;
import nl.plaatsbaar.rules.Authority;
import nl.plaatsbaar.rules.Fact;

import org.springframework.stereotype.Component;

/**
 * Whom a doubt goes to. The policy says so (ROE-B3, KOM-M6: the supervisor; OSVS-M11: the supervisor or the coach); where it is
 * silent, the supervisor, and where there is none, the principal.
 */
@Component
class Addressees {

	private final Organisation organisation;

	Addressees(Organisation organisation) {
		this.organisation = organisation;
	}

	List<Person> of(Actor asker, Asking asking, Desk desk) {
		var school = desk.school();
		if (school == null || !desk.isOf(asker.board()))
			return List.of();
		var named = people(told(asking, desk), asker, school.id());
		return named.isEmpty()
				? people(EnumSet.of(Authority.SUPERVISOR), asker, school.id()).stream().findFirst().map(List::of)
						.orElseGet(() -> people(EnumSet.of(Authority.DIRECTIE), asker, school.id()))
				: named;
	}

	/** What the rules in force say of somebody who doubts about exactly this. */
	private static Set<Authority> told(Asking asking, Desk desk) {
		var doubting = desk.rules().judge(asking.facts().with(Fact.DOUBT.yes())).tell();
		var before = desk.rules().judge(asking.facts()).tell();
		var told = EnumSet.noneOf(Authority.class);
		doubting.stream().filter(authority -> !before.contains(authority)).forEach(told::add);
		return told.isEmpty() ? Set.copyOf(doubting) : told;
	}

	private List<Person> people(Set<Authority> authorities, Actor asker, UUID school) {
		return authorities.stream().flatMap(authority -> person(authority, asker, school).stream())
				.filter(person -> !person.id().equals(asker.person())).distinct().toList();
	}

	private Optional<Person> person(Authority authority, Actor asker, UUID school) {
		return switch (authority) {
			case SUPERVISOR -> organisation.supervisorOf(asker.board(), asker.person(), school)
					.or(() -> organisation.coordinatorOf(asker.board(), asker.person(), school));
			case COACH -> organisation.coachOf(asker.board(), school);
			case DIRECTIE, LEADERSHIP -> organisation.principalOf(asker.board(), school);
			case BOARD, DAILY_BOARD -> organisation.executiveDirectorOf(asker.board());
			case PARENTS, PUPIL, PERSON, MAKER, TEACHER, DPO -> Optional.empty();
		};
	}
}
