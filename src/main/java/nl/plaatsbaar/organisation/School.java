package nl.plaatsbaar.organisation;

import java.util.UUID;

/**
 * One location of a school, with the facts that are public.
 *
 * @param slug the school's own part of an address here, such as {@code de-vlieger}; no two schools of any board share one
 * @param brin the school's number in the national register: two digits and two letters
 * @param location the number of the location under that BRIN, two digits, {@code 00} for the main one
 */
public record School(UUID board, UUID id, String name, String slug, String brin, String location, Kind kind, String place) {

	/** Primary, secondary, or practical secondary education. */
	public enum Kind {
		PO, VO, PRO
	}
}
