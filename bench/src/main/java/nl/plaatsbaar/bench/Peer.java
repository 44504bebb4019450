package nl.plaatsbaar.bench;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Facts;

/** Another engine that was given the same rules. */
interface Peer {

	/** The numbers of the rules that hold, of every layer. */
	BitSet holding(Facts complete) throws Exception;

	String[] NAMES = names();

	private static String[] names() {
		var names = new String[Fact.values().length];
		for (var fact : Fact.values())
			names[fact.ordinal()] = name(fact);
		return names;
	}

	/** The name of a fact in the DMN table: a hyphen would mean minus there. */
	static String name(Fact fact) {
		return fact.word().replace('-', '_');
	}

	/** The situation as a DMN engine wants it. */
	static Map<String, Object> map(Facts complete) {
		var map = new HashMap<String, Object>(64);
		for (var value : complete.values())
			map.put(NAMES[value.fact().ordinal()], value.fact().isYesNo() ? (Object) (value.index() == 1) : value.word());
		return map;
	}
}
