package nl.plaatsbaar.policy.advice;

import static nl.plaatsbaar.rules.Fact.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Facts;

/**
 * What one screen asks. Most ask one thing; what is in a message and the small circumstances are lists to tick, because nobody
 * wants fourteen screens about one photo.
 */
sealed interface Screen {

	/** One fact, one answer. */
	record Choice(Fact fact) implements Screen {

		@Override
		public List<Fact> facts() {
			return List.of(fact);
		}
	}

	/** What is in it or on it: tick what is true, the rest of the list is not so. */
	record Traits(List<Fact> facts) implements Screen {}

	/** Small things that may be the case: tick what is true, the rest of the list is not so. */
	record Circumstances(List<Fact> facts) implements Screen {}

	/** The order in which a person thinks: who, what, with whom, where; then what is in it; then what was arranged. */
	List<Fact> ORDER = List.of(ACTOR, ACT, SCHOOL_RELATED, COUNTERPART, PLACE, ACCOUNT, IN_NAME_OF, ACCOUNT_KIND, SCHOOL_SITUATION, CONSENT,
			CONSENT_FROM, AGE, RIGHTS, EXISTING_RELATION, PERMISSION, IN_LESSON);

	Set<Fact> SMALL = Set.of(IN_LESSON, FOR_LEARNING, EDUCATIONAL, ABOUT_OWN_SCHOOL, LEADERSHIP_OBJECTS);

	List<Fact> facts();

	/** The first screen that can still change the answer; none when everything that matters is told or not known. */
	static Optional<Screen> next(List<Fact> open, Facts told, Set<Fact> unsure) {
		var left = open.stream().filter(fact -> !unsure.contains(fact) && !(fact == SCHOOL_RELATED && isContact(told))).toList();
		return ORDER.stream().filter(fact -> left.stream().anyMatch(other -> together(fact, other))).findFirst()
				.map(fact -> about(fact, left));
	}

	/** Contact between people of a school is never apart from school: asking whether it is would only invite the wrong answer. */
	private static boolean isContact(Facts told) {
		return Stream.of("connect", "follow", "message").flatMap(act -> ACT.optionOfCode(act).stream()).anyMatch(told::has);
	}

	/** The screen that asks this fact, to change what was told. */
	static Screen about(Fact fact, List<Fact> open) {
		if (fact.isTrait())
			return new Traits(open.stream().filter(Fact::isTrait).toList());
		if (SMALL.contains(fact))
			return new Circumstances(open.stream().filter(SMALL::contains).toList());
		return new Choice(fact);
	}

	private static boolean together(Fact first, Fact other) {
		return first == other || first.isTrait() && other.isTrait() || SMALL.contains(first) && SMALL.contains(other);
	}
}
