package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import nl.plaatsbaar.rules.PolicyFile.Condition;

/**
 * A region as a box and alternatives, each of which leaves a choice between boxes: "about a pupil; with a face or a name; not consented,
 * or not by the parents". Alternatives about different facts do not touch each other, so they can be looked up apart: three and two
 * and two boxes instead of the twelve they make together, and nothing is lost while facts are unknown.
 */
record Factors(Box base, List<Region> alternatives, Region scope) {

	/** All of a policy's scope. */
	static Factors within(Region scope) {
		boolean choice = scope.boxes().size() > 1;
		return new Factors(choice ? Box.EVERYTHING : scope.boxes().getFirst(), List.of(), choice ? scope : Region.EVERYTHING);
	}

	Factors and(Condition when) {
		var box = Box.of(new Condition(when.values(), List.of())).getFirst();
		var more = new ArrayList<>(alternatives);
		if (!when.anyOf().isEmpty())
			more.add(Region.of(Box.of(new Condition(Map.of(), when.anyOf()))));
		return new Factors(base.and(box), more, scope);
	}

	Factors minus(Region taken) {
		var more = new ArrayList<>(alternatives);
		for (var box : taken.boxes())
			more.add(Region.of(Box.EVERYTHING.minus(box)));
		return new Factors(base, more, scope);
	}

	/** Regions without a fact in common beyond the base; where all of them hold, this does. */
	List<Region> regions() {
		if (base.isEmpty())
			return List.of(Region.NOTHING);
		var inBase = new Region(List.of(base));
		var groups = new ArrayList<Group>();
		for (var alternative : alternatives)
			join(groups, new Group(facts(alternative), inBase.and(alternative)));
		var scopeFacts = facts(scope);
		boolean apart = groups.stream().noneMatch(group -> group.facts.stream().anyMatch(scopeFacts::contains));
		if (!apart)
			join(groups, new Group(scopeFacts, inBase.and(scope)));
		var regions = new ArrayList<>(groups.isEmpty() ? List.of(inBase) : groups.stream().map(Group::region).toList());
		if (regions.stream().anyMatch(Region::isEmpty))
			return List.of(Region.NOTHING);
		var few = withoutLoss(regions);
		return apart && !scopeFacts.isEmpty() ? Stream.concat(few.stream(), Stream.of(scope)).toList() : few;
	}

	private record Group(Set<Fact> facts, Region region) {}

	private static void join(List<Group> groups, Group next) {
		var joined = next;
		for (var group : List.copyOf(groups))
			if (group.facts.stream().anyMatch(next.facts::contains)) {
				groups.remove(group);
				var facts = EnumSet.copyOf(group.facts);
				facts.addAll(joined.facts);
				joined = new Group(facts, group.region.and(joined.region));
			}
		if (!joined.facts.isEmpty() || joined.region.isEmpty())
			groups.add(joined);
	}

	/** The facts it is about, as far as the base leaves them open to it. An alternative that the base always meets is about nothing. */
	private Set<Fact> facts(Region alternative) {
		var facts = EnumSet.noneOf(Fact.class);
		for (var box : alternative.boxes()) {
			if (base.within(box))
				return EnumSet.noneOf(Fact.class);
			if (base.and(box).isEmpty())
				continue;
			for (var fact : Fact.ALL)
				if (!box.leavesOpen(fact))
					facts.add(fact);
		}
		return facts;
	}

	/** All in one where that is no more boxes: fewer different answers to remember. */
	private static List<Region> withoutLoss(List<Region> regions) {
		long together = 1;
		int apart = 0;
		for (var region : regions) {
			together *= region.boxes().size();
			apart += region.boxes().size();
			if (together > 1_000)
				return regions;
		}
		return together > apart ? regions : List.of(regions.stream().reduce(Region::and).orElseThrow());
	}
}
