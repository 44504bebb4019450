package nl.plaatsbaar.access;

import java.util.List;
import java.util.UUID;

/**
 * The people one can choose to be in the demo, without a password. Only asked when {@code plaatsbaar.demo} is true; without a
 * bean of this kind nobody can be chosen.
 */
public interface DemoCast {

	/** In the order to show them; {@code school} is the heading they stand under. */
	List<Face> faces();

	/**
	 * @param role what this person is, in words for the reader: "leerkracht groep 6A"
	 * @param school the name of the school, or of the board for those who work for all schools
	 */
	record Face(UUID board, UUID person, String name, String role, String school) {
	}
}
