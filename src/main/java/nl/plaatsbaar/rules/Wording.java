package nl.plaatsbaar.rules;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import nl.plaatsbaar.rules.PolicyFile.Condition;
import nl.plaatsbaar.rules.PolicyFile.Rule;

import org.jspecify.annotations.Nullable;

/** Puts rules and situations into words; the words themselves are in {@code wording_<language>.properties}. */
final class Wording {

	/** The places that together are what people call social media. */
	private static final Set<String> SOCIAL = Set.of("public-network", "semi-public-network", "closed-group", "messenger");

	private static final Set<Fact> IN_CONTEXT = EnumSet.of(Fact.ACCOUNT, Fact.IN_NAME_OF, Fact.PLACE);

	private final Properties words;

	private Wording(Properties words) {
		this.words = words;
	}

	static Wording of(String language) {
		var file = "wording_" + language + ".properties";
		try (var in = Objects.requireNonNull(Wording.class.getResourceAsStream(file), file);
				var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
			var words = new Properties();
			words.load(reader);
			return new Wording(words);
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	String sentence(Rule rule) {
		return rule.isException() ? finished(filled("exception", allClauses(rule.when()), then(rule))) : ofRule(rule);
	}

	private String ofRule(Rule rule) {
		var said = new Said(rule.when());
		var sentence = word(frame(rule, said)).replace("{subject}", said.subject()).replace("{context}", said.context())
				.replace("{act}", said.acts("")).replace("{not}", said.acts(".not")).replace("{if}", said.conditions())
				.replace("{unless}", unless(rule)).replace("{authorities}", names(rule))
				.replace("{sentence}", Sentences.folded(rule.sentence()));
		return finished(sentence);
	}

	private String frame(Rule rule, Said said) {
		var effect = key(rule.effect());
		return switch (rule.effect()) {
			case FORBIDDEN -> said.hasSubject() ? effect : effect + ".nobody";
			case JUDGEMENT -> rule.authorities().isEmpty() ? effect : effect + ".by";
			case DUTY, TELL, WARNING -> said.hasAct() ? effect : effect + ".anything";
			case PERMISSION_NEEDED, ALLOWED -> effect;
			case EXEMPTION, OUT_OF_SCOPE, GAP -> throw new IllegalStateException(rule.effect() + " is not the effect of a rule");
		};
	}

	private static String key(Effect effect) {
		return effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private String unless(Rule rule) {
		var exceptions = rule.unless().stream().map(exception -> {
			var when = allClauses(exception.when());
			return exception.effect() == Effect.EXEMPTION ? when : filled("unless.then", when, then(exception));
		}).toList();
		return exceptions.isEmpty() ? "" : filled("unless", String.join("; " + word("or") + " ", exceptions));
	}

	private String then(Rule exception) {
		return filled("then." + key(exception.effect()), names(exception));
	}

	private String names(Rule rule) {
		return joined(rule.authorities().stream().map(this::name).toList(), rule.effect() == Effect.PERMISSION_NEEDED ? "and" : "or");
	}

	String name(Authority authority) {
		return word("authority." + authority.code());
	}

	String describe(Facts facts) {
		if (facts.known().isEmpty())
			return word("nothing");
		var actor = facts.value(Fact.ACTOR);
		var said = new Said(known(facts));
		var wants = facts.knows(Fact.ACT) || actor == null ? wants(actor) : "wants.nothing";
		var sentence = word(wants)
				.replace("{actor}", actor == null ? "" : word((wants.equals("wants") ? "bare." : "actor.") + actor.code()))
				.replace("{context}", said.context()).replace("{act}", said.acts(""));
		var clauses = said.clauses();
		return finished(sentence) + (clauses.isEmpty() ? "" : " " + finished(filled("known", joined(clauses, "and"))));
	}

	private static String wants(@Nullable Value actor) {
		if (actor == null)
			return "wants.unknown";
		return actor.code().equals("school") ? "wants.school" : "wants";
	}

	/** What is known, without the long list of traits that are not there. */
	private static Condition known(Facts facts) {
		var values = new EnumMap<Fact, List<Value>>(Fact.class);
		boolean allTraits = Fact.TRAITS.stream().allMatch(facts::knows);
		for (var value : facts.values())
			if (!allTraits || !value.fact().isTrait() || facts.isYes(value.fact()))
				values.put(value.fact(), List.of(value));
		return new Condition(values, List.of());
	}

	String clause(Value value) {
		return clause(value.fact(), List.of(value));
	}

	private String clause(Fact fact, List<Value> values) {
		var joined = joined(fact, values);
		var frame = words.getProperty(fact.code() + ".clause");
		return frame == null ? joined : frame.replace("{0}", joined);
	}

	private String joined(Fact fact, List<Value> values) {
		var codes = values.stream().map(Value::code).toList();
		if (fact == Fact.PLACE && codes.containsAll(SOCIAL)) {
			var others = codes.stream().filter(code -> !SOCIAL.contains(code)).map(code -> word("platform." + code));
			return joined(Stream.concat(Stream.of(word("platform.social")), others).toList(), "or");
		}
		return joined(codes.stream().map(code -> word(fact.code() + "." + code)).toList(), "or");
	}

	private String allClauses(Condition when) {
		return joined(withAnyOf(when.values().entrySet().stream().map(each -> clause(each.getKey(), each.getValue())).toList(), when),
				"and");
	}

	private List<String> withAnyOf(List<String> clauses, Condition when) {
		if (when.anyOf().isEmpty())
			return clauses;
		var any = joined(when.anyOf().stream().map(fact -> clause(fact.yes())).toList(), "or");
		return Stream.concat(clauses.stream(), Stream.of(clauses.isEmpty() || when.anyOf().size() == 1 ? any : "(" + any + ")")).toList();
	}

	private String joined(List<String> parts, String by) {
		if (parts.size() < 2)
			return parts.isEmpty() ? "" : parts.getFirst();
		return String.join(", ", parts.subList(0, parts.size() - 1)) + " " + word(by) + " " + parts.getLast();
	}

	private String filled(String key, String... parts) {
		var text = word(key);
		for (int i = 0; i < parts.length; i++)
			text = text.replace("{" + i + "}", parts[i]);
		return text;
	}

	private String word(String key) {
		var word = words.getProperty(key);
		if (word == null)
			throw new IllegalStateException("no words for " + key);
		return word;
	}

	private static String finished(String sentence) {
		var folded = Sentences.folded(sentence).replace(" ,", ",").replace(" .", ".").replace(" :", ":");
		return Character.toUpperCase(folded.charAt(0)) + folded.substring(1);
	}

	/** A condition, divided over the parts of a sentence. */
	private final class Said {

		private final Condition when;
		private final List<Value> acts;
		private final List<Value> counterparts;
		private final boolean counterpartWithAct;

		Said(Condition when) {
			this.when = when;
			acts = when.values().getOrDefault(Fact.ACT, List.of());
			counterparts = when.values().getOrDefault(Fact.COUNTERPART, List.of());
			counterpartWithAct = !counterparts.isEmpty() && !acts.isEmpty()
					&& acts.stream().allMatch(act -> words.containsKey("act." + act.code() + ".to"));
		}

		boolean hasSubject() {
			return when.values().containsKey(Fact.ACTOR);
		}

		boolean hasAct() {
			return !acts.isEmpty();
		}

		String subject() {
			var actors = when.values().getOrDefault(Fact.ACTOR, List.of());
			return actors.isEmpty() ? word("everyone") : joined(actors.stream().map(actor -> word("actor." + actor.code())).toList(), "or");
		}

		String acts(String not) {
			if (acts.isEmpty())
				return word("something");
			var to = joined(counterparts.stream().map(other -> word("counterpart." + other.code())).toList(), "or");
			return joined(acts.stream().map(act -> counterpartWithAct
					? filled("act." + act.code() + not + ".to", to)
					: word("act." + act.code() + not)).toList(), not.isEmpty() ? "or" : "and");
		}

		String context() {
			var parts = new ArrayList<String>();
			when.values().forEach((fact, values) -> {
				if (IN_CONTEXT.contains(fact))
					parts.add(joined(fact, values));
			});
			return String.join(" ", parts);
		}

		List<String> clauses() {
			var clauses = new ArrayList<String>();
			when.values().forEach((fact, values) -> {
				if (fact != Fact.ACTOR && fact != Fact.ACT && !IN_CONTEXT.contains(fact)
						&& (fact != Fact.COUNTERPART || !counterpartWithAct))
					clauses.add(clause(fact, values));
			});
			return withAnyOf(clauses, when);
		}

		String conditions() {
			var clauses = clauses();
			return clauses.isEmpty() ? "" : filled("if", joined(clauses, "and"));
		}
	}
}
