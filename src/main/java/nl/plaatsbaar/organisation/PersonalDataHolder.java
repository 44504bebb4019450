package nl.plaatsbaar.organisation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A module that keeps something about people. It can show all of it (AVG art. 15 and 20) and forget it (art. 17). Every table
 * that names a person belongs to exactly one of these; a test sees to it.
 */
public interface PersonalDataHolder {

	/** The tables this module answers for. */
	Set<String> tables();

	/** Everything kept about this person, ready to be read by that person. */
	List<Kept> show(UUID board, UUID person);

	/**
	 * Forgets the person, in the transaction of the caller. What the law or another person's right obliges to keep stays, and is
	 * named in the answer with the reason; an empty answer means that nothing is left.
	 */
	List<Kept> forget(UUID board, UUID person);

	/**
	 * One thing that is kept.
	 *
	 * @param what the key of its name in the message bundles, such as {@code kept.enrolment}
	 * @param facts what it says: the column or field, and its value as text
	 */
	record Kept(String what, Map<String, String> facts) {
	}
}
