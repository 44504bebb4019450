package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What an amendment changes, over all situations at once and exact to the last one.
 *
 * @param total all combinations of the vocabulary's values
 * @param counts per outcome before, per outcome after, the number of situations, the unchanged ones too
 * @param changes what changes, most situations first
 * @param riding what else changes: duties, warnings and whom to tell
 */
public record Impact(long total, Map<Outcome, Map<Outcome, Long>> counts, List<Change> changes, List<Riding> riding) {

	/**
	 * Situations whose outcome changes, or which need permission as before but from somebody else.
	 *
	 * @param example one of them, with every fact known
	 */
	public record Change(Outcome before, Outcome after, List<Authority> permissionBefore, List<Authority> permissionAfter,
			long situations, Facts example) {}

	/**
	 * A duty, warning or person to tell that comes or goes. One that is only worded differently is not a change.
	 *
	 * @param rule full id
	 * @param comes in how many situations it is new
	 * @param goes in how many situations it is gone
	 */
	public record Riding(String policy, String rule, Effect effect, long comes, long goes, Facts example) {}

	public Impact {
		changes = List.copyOf(changes);
		riding = List.copyOf(riding);
	}

	public static Impact between(RuleSet before, RuleSet after) {
		return new Comparing(before, after).impact();
	}

	public boolean isNothing() {
		return changes.isEmpty() && riding.isEmpty();
	}

	public long of(Outcome before, Outcome after) {
		return counts.getOrDefault(before, Map.of()).getOrDefault(after, 0L);
	}

	/** How many situations get another outcome or need another permission. */
	public long changed() {
		return changes.stream().mapToLong(Change::situations).sum();
	}

	/** Two rule sets in one diagram: what both say alike is the same node there, and needs no second look. */
	private static final class Comparing {

		private static final int BITS = 16;

		private final RuleSet before;
		private final RuleSet after;
		private final Diagram diagram = new Diagram();

		Comparing(RuleSet before, RuleSet after) {
			this.before = before;
			this.after = after;
		}

		Impact impact() {
			int old = diagram.copy(before.analysis().diagram, before.analysis().answer, Box.EVERYTHING);
			int young = diagram.copy(after.analysis().diagram, after.analysis().answer, Box.EVERYTHING);
			var paths = new Paths(diagram, diagram.apply((a, b) -> a << BITS | b, old, young));
			Map<Outcome, Map<Outcome, Long>> counts = new LinkedHashMap<>();
			var changes = new ArrayList<Change>();
			paths.counts().forEach((pair, situations) -> {
				int was = pair >>> BITS;
				int becomes = pair & (1 << BITS) - 1;
				counts.computeIfAbsent(Analysis.outcome(was), _ -> new LinkedHashMap<>()).merge(Analysis.outcome(becomes), situations,
						Math::addExact);
				if (was != becomes)
					changes.add(change(was, becomes, situations, paths.example(pair)));
			});
			changes.sort(Comparator.comparingLong(Change::situations).reversed());
			return new Impact(Diagram.situations(0, Diagram.ORDER.size()), counts, changes, riding());
		}

		private static Change change(int was, int becomes, long situations, Facts example) {
			return new Change(Analysis.outcome(was), Analysis.outcome(becomes), Analysis.permissionFrom(was),
					Analysis.permissionFrom(becomes), situations, example);
		}

		private List<Riding> riding() {
			var old = rides(before);
			var young = rides(after);
			var all = new LinkedHashSet<>(old.keySet());
			all.addAll(young.keySet());
			return all.stream().map(key -> riding(key, old.getOrDefault(key, Region.NOTHING), young.getOrDefault(key, Region.NOTHING)))
					.filter(change -> change.comes() + change.goes() > 0).toList();
		}

		private record Key(String policy, String rule, Effect effect, List<Authority> authorities) {}

		private static Map<Key, Region> rides(RuleSet rules) {
			var rides = new LinkedHashMap<Key, Region>();
			for (var entry : rules.entries())
				if (entry.effect() == Effect.DUTY || entry.effect() == Effect.TELL || entry.effect() == Effect.WARNING)
					rides.put(new Key(rules.layers().get(entry.layer()).id(), entry.id(), entry.effect(), entry.authorities()),
							entry.region());
			return rides;
		}

		private Riding riding(Key key, Region old, Region young) {
			if (old.equals(young))
				return new Riding(key.policy, key.rule, key.effect, 0, 0, Facts.NONE);
			var paths = new Paths(diagram, diagram.apply((a, b) -> a << 1 | b, inside(old), inside(young)));
			long goes = paths.counts().getOrDefault(2, 0L);
			long comes = paths.counts().getOrDefault(1, 0L);
			return new Riding(key.policy, key.rule, key.effect, comes, goes,
					goes + comes == 0 ? Facts.NONE : paths.example(comes > 0 ? 1 : 2));
		}

		private int inside(Region region) {
			return diagram.together((a, b) -> a | b, region.boxes().stream().map(box -> diagram.box(box, 1, 0)).toList(), 0);
		}
	}
}
