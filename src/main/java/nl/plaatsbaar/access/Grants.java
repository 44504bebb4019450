package nl.plaatsbaar.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Who has which role, given and ended with a date, every change in the audit log. Call within a transaction. */
public interface Grants {

	/**
	 * Gives a role.
	 *
	 * @param by who gives it; nothing when the program does, at an import or for the demo
	 * @throws IllegalArgumentException when the person already has this role there on one of those days, in words for the reader
	 */
	void give(UUID board, UUID person, Grant grant, @Nullable Actor by);

	/**
	 * Ends a role: {@code lastDay} is the last day it counts. A day before it began takes the role away as if never given.
	 *
	 * @throws IllegalArgumentException when the person has no such role, in words for the reader
	 */
	void end(UUID board, UUID person, Grant grant, LocalDate lastDay, @Nullable Actor by);

	/** All roles of a person, past and future too, the oldest first. */
	List<Grant> of(UUID board, UUID person);

	/** Who has the role on that day: at this school (board-wide roles count there too), or, without a school, anywhere in the board. */
	List<UUID> holders(UUID board, Role role, @Nullable UUID school, LocalDate on);

	/** Everybody with a role at this school on that day, for the school itself or for a group in it, with those roles; board-wide roles not. */
	Map<UUID, List<Grant>> at(UUID board, UUID school, LocalDate on);
}
