package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import nl.plaatsbaar.rules.PolicyFile.Rule;

import org.jspecify.annotations.Nullable;

/**
 * The rules that hold together: the law, a board's policy, a school's addition, or any of these alone. It never changes, and it may
 * be asked by many at once.
 */
public final class RuleSet {

	private final List<PolicyFile> layers;
	private final List<Reach> reaches = new ArrayList<>();
	private final List<Entry> entries = new ArrayList<>();
	private final Rows rows;
	private final Answers answers;
	private final int mostNodes;
	private @Nullable Analysis analysis;
	private @Nullable TooComplicated beyond;

	private RuleSet(List<PolicyFile> layers, int mostNodes) {
		this.layers = layers;
		this.mostNodes = mostNodes;
		for (int layer = 0; layer < layers.size(); layer++) {
			reaches.add(new Reach(layers.get(layer)));
			entries.addAll(Entry.of(layers.get(layer), reaches.get(layer), layer));
		}
		rows = new Rows(entries);
		answers = new Answers(rows);
	}

	/**
	 * The rule set of these layers, in the order law, policy, school whatever the order here.
	 *
	 * @throws TooComplicated when a rule falls into more pieces than can be kept apart
	 */
	public static RuleSet of(PolicyFile... layers) {
		return of(Diagram.MOST_NODES, layers);
	}

	/** @param mostNodes where to give up looking at all situations at once */
	static RuleSet of(int mostNodes, PolicyFile... layers) {
		try {
			return new RuleSet(Stream.of(layers).sorted((a, b) -> a.layer().compareTo(b.layer())).toList(), mostNodes);
		} catch (Region.TooManyPieces tooMany) {
			throw new TooComplicated();
		}
	}

	public List<PolicyFile> layers() {
		return layers;
	}

	/**
	 * The answer to one situation. What is unknown keeps it on the safe side: a presumed value, or the strictest over all values.
	 */
	public Verdict judge(Facts facts) {
		var known = answers.find(facts.everydayChoices(), facts.everydayFlags());
		return known == null ? judgeAnew(facts.everyday()) : known;
	}

	private Verdict judgeAnew(Facts facts) {
		return answers.keep(rows.standing(facts), verdict(facts));
	}

	private Verdict verdict(Facts facts) {
		var holding = rows.entries(rows.standing(facts));
		var verdicts = new ArrayList<LayerVerdict>();
		for (int layer = 0; layer < layers.size(); layer++)
			verdicts.add(new Holding(layer, holding).verdict());
		return together(verdicts);
	}

	private static Verdict together(List<LayerVerdict> layers) {
		var outcome = together(layers.stream().map(LayerVerdict::outcome).toList(),
				layers.stream().filter(layer -> layer.layer() == Layer.POLICY).map(LayerVerdict::outcome).findFirst());
		return new Verdict(outcome, List.copyOf(layers), riding(layers, Effect.DUTY),
				authorities(layers, outcome, Effect.PERMISSION_NEEDED),
				authorities(riding(layers, Effect.TELL)), riding(layers, Effect.WARNING), authorities(layers, outcome, Effect.JUDGEMENT));
	}

	/** The strictest decides. Where no layer decides, the board's policy says whether it is a gap or not its subject. */
	static Outcome together(List<Outcome> layers, Optional<Outcome> policy) {
		var strictest = layers.stream().min(Outcome::compareTo).orElse(Outcome.NOT_REGULATED);
		return strictest.decides() ? strictest : policy.orElse(strictest);
	}

	private static List<Reason> riding(List<LayerVerdict> layers, Effect effect) {
		return layers.stream().flatMap(layer -> layer.ridesAlong().stream()).filter(reason -> reason.effect() == effect).toList();
	}

	private static List<Authority> authorities(List<LayerVerdict> layers, Outcome outcome, Effect effect) {
		return effect.outcome().filter(outcome::equals).isEmpty()
				? List.of()
				: authorities(
						layers.stream().flatMap(layer -> layer.reasons().stream()).filter(reason -> reason.effect() == effect).toList());
	}

	private static List<Authority> authorities(List<Reason> reasons) {
		return Authority.ofMask(reasons.stream().mapToInt(reason -> Authority.mask(reason.authorities())).reduce(0, (a, b) -> a | b));
	}

	/** The entries of one layer that hold. */
	private final class Holding {

		private final int layer;
		private final List<Reason> reasons = new ArrayList<>();
		private boolean inside;

		Holding(int layer, BitSet holding) {
			this.layer = layer;
			inside = layers.get(layer).scope() == null;
			holding.stream().mapToObj(entries::get).filter(entry -> entry.layer() == layer).forEach(entry -> {
				var reason = entry.reason();
				if (reason == null)
					inside = true;
				else
					reasons.add(reason);
			});
		}

		LayerVerdict verdict() {
			var policy = layers.get(layer);
			var strictest = reasons.stream().map(Reason::effect).filter(Effect::decides).min(Effect::compareTo);
			if (strictest.isPresent())
				return verdict(strictest.get().outcome().orElseThrow(), of(EnumSet.of(strictest.get())), riding());
			if (inside)
				return verdict(Outcome.NOT_REGULATED, Citations.gap(policy), riding());
			return verdict(Outcome.OUT_OF_SCOPE, Citations.outside(policy), Citations.warningOutside(policy));
		}

		private List<Reason> riding() {
			return of(EnumSet.of(Effect.DUTY, Effect.TELL, Effect.WARNING));
		}

		private LayerVerdict verdict(Outcome outcome, List<Reason> deciding, List<Reason> riding) {
			var policy = layers.get(layer);
			return new LayerVerdict(policy.layer(), policy.id(), policy.version(), outcome, deciding, riding,
					of(EnumSet.of(Effect.EXEMPTION)));
		}

		private List<Reason> of(Set<Effect> effects) {
			return reasons.stream().filter(reason -> effects.contains(reason.effect())).toList();
		}
	}

	/**
	 * The unknown facts whose presumed value made a difference: had the fact another value, the outcome, the permission, the duties or
	 * whom to tell would be different.
	 */
	public List<Value> presumed(Facts facts) {
		var verdict = judge(facts);
		var everyday = facts.everyday();
		return Fact.ALL.stream().filter(fact -> fact.isAsked() && !facts.knows(fact))
				.flatMap(fact -> Optional.ofNullable(everyday.value(fact)).or(fact::presumed).stream())
				.filter(presumed -> presumed.fact().options().stream().anyMatch(other -> differs(verdict, judge(facts.with(other)))))
				.toList();
	}

	private static boolean differs(Verdict one, Verdict other) {
		return one.outcome() != other.outcome() || !one.permissionFrom().equals(other.permissionFrom())
				|| !one.duties().equals(other.duties()) || !one.tell().equals(other.tell());
	}

	/** What is still worth asking; nothing when the rules are too complicated to tell, and then the answer stays on the safe side. */
	public Questions questions(Facts facts) {
		try {
			return Questions.of(analysis(), facts);
		} catch (TooComplicated _) {
			return new Questions(Set.of(judge(facts).outcome()), List.of());
		}
	}

	/**
	 * Looks at all situations at once, as {@link #questions} will have to.
	 *
	 * @throws TooComplicated when that would take too long
	 */
	public void seeThrough() {
		analysis();
	}

	/** Every rule, and what came of it. */
	public Explanation explain(Facts facts) {
		return Explanation.of(layers, judge(facts), facts);
	}

	/** How many of all situations have each outcome. */
	public Census census() {
		return Census.of(analysis());
	}

	/** Rules and exceptions that are cited nowhere, because stricter rules are everywhere or because they can never hold. */
	public List<Rule> neverDecide() {
		var all = analysis();
		return entries.stream().filter(entry -> !entry.isScope() && !all.isCited(entry)).map(this::rule).toList();
	}

	/** The largest groups of situations no rule speaks of. */
	public List<Gap> gaps(int most) {
		return Gap.of(analysis(), most);
	}

	Rows rows() {
		return rows;
	}

	List<Entry> entries() {
		return entries;
	}

	/** Made when it is first asked for, and tried only once: judging alone does not need it. */
	synchronized Analysis analysis() {
		if (beyond != null)
			throw beyond;
		try {
			if (analysis == null)
				analysis = new Analysis(layers, entries, new Diagram(mostNodes));
			return analysis;
		} catch (TooComplicated tooMuch) {
			beyond = tooMuch;
			throw tooMuch;
		}
	}

	/**
	 * Rules of one layer that say the opposite where both hold.
	 *
	 * @throws TooComplicated when what they have in common falls into more pieces than can be kept apart
	 */
	public List<Contradiction> contradictions() {
		try {
			return opposites();
		} catch (Region.TooManyPieces tooMany) {
			throw new TooComplicated();
		}
	}

	private List<Contradiction> opposites() {
		var found = new ArrayList<Contradiction>();
		for (var allows : entries)
			if (allows.effect() == Effect.ALLOWED)
				for (var restricts : entries)
					if (restricts.layer() == allows.layer()
							&& (restricts.effect() == Effect.FORBIDDEN || restricts.effect() == Effect.PERMISSION_NEEDED))
						contradiction(allows, restricts).ifPresent(found::add);
		return found;
	}

	private Optional<Contradiction> contradiction(Entry allows, Entry restricts) {
		var reach = reaches.get(allows.layer());
		var both = allows.region().and(restricts.region());
		if (both.isEmpty())
			return Optional.empty();
		var unsettled = reach.leftOf(reach.leftOf(both, rule(allows)), rule(restricts));
		return unsettled.boxes().stream().findFirst()
				.map(box -> new Contradiction(layers.get(allows.layer()).id(), rule(allows), rule(restricts), box.example()));
	}

	private Rule rule(Entry entry) {
		return layers.get(entry.layer()).rule(entry.id()).orElseThrow();
	}
}
