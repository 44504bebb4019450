package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import nl.plaatsbaar.rules.PolicyFile.Condition;
import nl.plaatsbaar.rules.PolicyFile.Rule;

/** The specification of a verdict, written down as simply as can be: it reads the file rule by rule and knows nothing of bits. */
final class Naive {

	/** What a verdict comes down to. {@code cited} are the full ids, each with its policy. */
	record Answer(Outcome outcome, List<Outcome> layers, Set<String> cited, Set<Authority> permissionFrom, Set<String> duties,
			Set<Authority> tell) {

		static Answer of(Verdict verdict) {
			return new Answer(verdict.outcome(), verdict.layers().stream().map(LayerVerdict::outcome).toList(),
					ids(verdict.cited().toList()),
					set(verdict.permissionFrom()), ids(verdict.duties()), set(verdict.tell()));
		}

		private static Set<String> ids(List<Reason> reasons) {
			var ids = new TreeSet<String>();
			reasons.stream().filter(reason -> reason.rule().contains("/"))
					.forEach(reason -> ids.add(reason.policy() + " " + reason.rule()));
			return ids;
		}

		/** What decides whether a question is worth asking: nothing else matters with a no. */
		Answer thatMatters() {
			return outcome == Outcome.FORBIDDEN
					? new Answer(outcome, List.of(), Set.of(), Set.of(), Set.of(), Set.of())
					: new Answer(outcome, List.of(), Set.of(), permissionFrom, duties, tell);
		}
	}

	private static Set<Authority> set(List<Authority> authorities) {
		var set = EnumSet.noneOf(Authority.class);
		set.addAll(authorities);
		return set;
	}

	private static final class Node {
		final String id;
		final Rule rule;
		final List<Node> above;
		final List<Node> exceptions = new ArrayList<>();
		final List<Node> precededBy = new ArrayList<>();
		final List<Fact> facts;
		final List<boolean[]> allowed;

		Node(String policy, Rule rule, List<Node> above, List<Node> all) {
			this.id = policy + " " + rule.id();
			this.rule = rule;
			this.above = above;
			facts = List.copyOf(rule.when().values().keySet());
			allowed = facts.stream().map(fact -> allowed(fact, rule.when())).toList();
			all.add(this);
			var below = new ArrayList<>(above);
			below.add(this);
			rule.unless().forEach(exception -> exceptions.add(new Node(policy, exception, List.copyOf(below), all)));
		}

		private static boolean[] allowed(Fact fact, Condition when) {
			var allowed = new boolean[fact.options().size() + 1];
			when.values().getOrDefault(fact, List.of()).forEach(value -> allowed[value.index() + 1] = true);
			return allowed;
		}

		boolean when(Facts facts) {
			for (int i = 0; i < allowed.size(); i++)
				if (!allowed.get(i)[facts.code(this.facts.get(i))])
					return false;
			return rule.when().anyOf().isEmpty() || rule.when().anyOf().stream().anyMatch(facts::isYes);
		}

		boolean bites(Facts facts) {
			return when(facts) && exceptions.stream().noneMatch(exception -> exception.bites(facts));
		}

		boolean holds(Facts facts) {
			return bites(facts) && above.stream().allMatch(node -> node.when(facts));
		}

		boolean counts(Facts facts) {
			return holds(facts) && precededBy.stream().noneMatch(node -> node.holds(facts));
		}
	}

	private final List<PolicyFile> layers;
	private final List<List<Node>> nodes = new ArrayList<>();

	Naive(List<PolicyFile> layers) {
		this.layers = layers;
		for (var policy : layers) {
			var all = new ArrayList<Node>();
			policy.articles().forEach(article -> article.rules().forEach(rule -> new Node(policy.id(), rule, List.of(), all)));
			Map<String, Node> byId = new HashMap<>();
			all.forEach(node -> byId.put(node.rule.id(), node));
			all.forEach(node -> node.rule.precedes().stream().map(byId::get).filter(Objects::nonNull)
					.forEach(weaker -> weaker.precededBy.add(node)));
			nodes.add(all);
		}
	}

	/** The verdict on a situation of which every fact is known. */
	Answer judge(Facts complete) {
		return together(layers.stream().map(policy -> layer(policy, complete)).toList());
	}

	/** One layer's outcome and everything that holds. */
	private record Said(Layer layer, Outcome outcome, List<Node> holding) {}

	private Said layer(PolicyFile policy, Facts facts) {
		var scope = policy.scope();
		if (scope != null && !within(scope.when(), facts))
			return new Said(policy.layer(), Outcome.OUT_OF_SCOPE, List.of());
		var holding = nodes.get(layers.indexOf(policy)).stream().filter(node -> node.counts(facts)).toList();
		var outcome = holding.stream().flatMap(node -> node.rule.effect().outcome().stream()).min(Outcome::compareTo);
		return new Said(policy.layer(), outcome.orElse(Outcome.NOT_REGULATED), holding);
	}

	private static boolean within(Condition when, Facts facts) {
		return when.values().entrySet().stream().allMatch(each -> each.getValue().stream().anyMatch(facts::has))
				&& (when.anyOf().isEmpty() || when.anyOf().stream().anyMatch(facts::isYes));
	}

	/** The safe side of many situations: per layer the strictest of them, with everything that holds in any. */
	Answer strictest(List<Facts> completions) {
		var said = layers.stream().map(policy -> {
			var each = completions.stream().map(facts -> layer(policy, facts)).toList();
			var outcome = each.stream().map(Said::outcome).min(Outcome::compareTo).orElseThrow();
			return new Said(policy.layer(), outcome, each.stream().flatMap(one -> one.holding().stream()).distinct().toList());
		}).toList();
		return together(said);
	}

	private static Answer together(List<Said> layers) {
		var outcome = layers.stream().map(Said::outcome).min(Outcome::compareTo).orElse(Outcome.NOT_REGULATED);
		for (var layer : layers)
			if (!outcome.decides() && layer.layer() == Layer.POLICY)
				outcome = layer.outcome();
		var cited = new TreeSet<String>();
		var permission = EnumSet.noneOf(Authority.class);
		var duties = new TreeSet<String>();
		var tell = EnumSet.noneOf(Authority.class);
		for (var layer : layers)
			for (var node : layer.holding()) {
				var effect = node.rule.effect();
				if (effect.decides() && effect.outcome().orElseThrow() != layer.outcome())
					continue;
				cited.add(node.id);
				if (effect == Effect.DUTY)
					duties.add(node.id);
				if (effect == Effect.TELL)
					tell.addAll(node.rule.authorities());
				if (effect == Effect.PERMISSION_NEEDED && outcome == Outcome.PERMISSION_NEEDED)
					permission.addAll(node.rule.authorities());
			}
		return new Answer(outcome, layers.stream().map(Said::outcome).toList(), cited, permission, duties, tell);
	}

	/** Pairs that hold together although one allows what the other restricts. */
	Set<String> contradictions(List<Facts> situations) {
		var pairs = new TreeSet<String>();
		for (var facts : situations)
			for (var policy : layers) {
				var all = nodes.get(layers.indexOf(policy));
				if (policy.scope() != null && !within(policy.scope().when(), facts))
					continue;
				var holding = all.stream().filter(node -> node.counts(facts)).toList();
				for (var allows : holding)
					for (var restricts : holding)
						if (allows.rule.effect() == Effect.ALLOWED
								&& (restricts.rule.effect() == Effect.FORBIDDEN || restricts.rule.effect() == Effect.PERMISSION_NEEDED))
							pairs.add(allows.rule.id() + " " + restricts.rule.id());
			}
		return pairs;
	}

	/** Numbers for all rules, so that many answers can be compared quickly. */
	Map<String, Integer> numbers() {
		var numbers = new HashMap<String, Integer>();
		nodes.forEach(all -> all.forEach(node -> numbers.put(node.id, numbers.size())));
		return numbers;
	}

	/** The numbers of everything cited in a situation of which every fact is known. */
	BitSet cited(Facts complete, Map<String, Integer> numbers) {
		var cited = new BitSet();
		for (int layer = 0; layer < layers.size(); layer++) {
			var scope = layers.get(layer).scope();
			if (scope != null && !within(scope.when(), complete))
				continue;
			Effect strictest = null;
			var holding = new ArrayList<Node>();
			for (var node : nodes.get(layer))
				if (node.counts(complete)) {
					holding.add(node);
					var effect = node.rule.effect();
					if (effect.decides() && (strictest == null || effect.compareTo(strictest) < 0))
						strictest = effect;
				}
			for (var node : holding)
				if (!node.rule.effect().decides() || node.rule.effect() == strictest)
					cited.set(numbers.getOrDefault(node.id, -1));
		}
		return cited;
	}
}
