package nl.plaatsbaar.web;

import java.util.List;

/** Knows the schools a visitor may choose on the front door, without signing in. */
public interface PublicPlaceSource {

	List<Place> places();

	/** @param kind what it is in a word or two: "basisschool" */
	record Place(String name, String kind, String link) {
	}
}
