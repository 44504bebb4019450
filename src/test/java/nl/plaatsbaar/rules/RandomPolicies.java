package nl.plaatsbaar.rules;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Policies by chance, about a handful of facts, so that every situation can be visited one by one. */
final class RandomPolicies {

	/** What these policies are about; all other facts never matter to them. */
	static final List<Fact> ABOUT = List.of(Fact.ACT, Fact.COUNTERPART, Fact.CONSENT, Fact.EXISTING_RELATION, Fact.PEOPLE_SHOWN,
			Fact.NEGATIVE);

	private static final List<String> EFFECTS = List.of("verboden", "toestemming-nodig", "afweging", "toegestaan", "plicht", "melden",
			"waarschuwing");

	private final RandomGenerator random;
	private final StringBuilder yaml = new StringBuilder();
	private final List<String> ids = new ArrayList<>();

	private RandomPolicies(RandomGenerator random) {
		this.random = random;
	}

	static PolicyFile policy(RandomGenerator random, Layer layer, int rules) {
		return read(new RandomPolicies(random).yaml(layer, rules));
	}

	static PolicyFile read(String yaml) {
		try {
			return PolicyFile.read(yaml);
		} catch (UnreadablePolicy unreadable) {
			return fail(unreadable.getMessage() + "\n" + yaml, unreadable);
		}
	}

	private String yaml(Layer layer, int rules) {
		yaml.append("beleid: toeval-%s%ntitel: Toeval%nlaag: %s%nversie: 2026-01-01%n".formatted(layer.word(), layer.word()));
		if (random.nextInt(3) == 0)
			yaml.append("reikwijdte: { artikel: a, zin: zo, als: { %s } }%n".formatted(condition(Fact.NEGATIVE)));
		yaml.append("artikelen:\n- nr: a\n  tekst: zo is het\n  regels:\n");
		for (int i = 0; i < rules; i++)
			rule(i);
		return yaml.toString();
	}

	private void rule(int number) {
		var id = "r" + number;
		yaml.append("  - id: ").append(id).append('\n');
		effect("    ", "oordeel");
		rest("    ", 0);
		if (!ids.isEmpty() && random.nextInt(4) == 0)
			yaml.append("    gaat-voor: [a/%s]%n".formatted(ids.get(random.nextInt(ids.size()))));
		ids.add(id);
	}

	private void rest(String indent, int depth) {
		yaml.append(indent).append("zin: zo\n").append(indent).append("als: { ").append(condition()).append(" }\n");
		int exceptions = depth < 2 ? Math.max(0, random.nextInt(4 - depth) - 1) : 0;
		if (exceptions > 0)
			yaml.append(indent).append("tenzij:\n");
		for (int i = 0; i < exceptions; i++) {
			yaml.append(indent).append("- id: e").append(i).append('\n');
			if (random.nextBoolean())
				effect(indent + "  ", "dan");
			rest(indent + "  ", depth + 1);
		}
	}

	private void effect(String indent, String key) {
		var effect = EFFECTS.get(random.nextInt(EFFECTS.size()));
		yaml.append(indent).append(key).append(": ").append(effect).append('\n');
		var who = Authority.values()[random.nextInt(4)].word();
		if (effect.equals("toestemming-nodig"))
			yaml.append(indent).append("van: ").append(who).append('\n');
		if (effect.equals("melden"))
			yaml.append(indent).append("bij: ").append(who).append('\n');
	}

	private String condition() {
		if (random.nextInt(5) == 0)
			return "een-van: [mensen-in-beeld, negatief], " + condition(Fact.ACT);
		var facts = new ArrayList<String>();
		for (var fact : ABOUT)
			if (random.nextInt(3) == 0)
				facts.add(condition(fact));
		return facts.isEmpty() ? condition(Fact.ACT) : String.join(", ", facts);
	}

	private String condition(Fact fact) {
		int most = fact.options().size() - 1;
		var words = random.ints(1 + random.nextInt(Math.min(4, most)), 0, fact.options().size()).distinct()
				.mapToObj(i -> fact.options().get(i).word()).limit(most).collect(Collectors.joining(", "));
		return "%s: [%s]".formatted(fact.word(), words);
	}

	/** Every situation that these policies can tell apart, the other facts as everyday as can be. */
	static List<Facts> everySituation() {
		var situations = List.of(Box.EVERYTHING.example());
		for (var fact : ABOUT) {
			var more = new ArrayList<Facts>();
			for (var each : situations)
				fact.options().forEach(value -> more.add(each.with(value)));
			situations = more;
		}
		return situations;
	}
}
