package nl.plaatsbaar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import nl.plaatsbaar.rules.Effect;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.PolicyFile.Article;
import nl.plaatsbaar.rules.RuleSet;
import nl.plaatsbaar.rules.UnreadablePolicy;

/** The law and the five policies that come with the product. */
final class Bundle {

	static final List<String> POLICIES = List.of("obo-west-brabant-2013", "praktijkonderwijs-roermond-2015", "kom-leren-2014", "osvs-2025",
			"meander-2021");

	private static final Path FOLDER = Path.of(System.getProperty("policies", "../src/main/resources/policies"));

	private Bundle() {}

	static String text(String policy) {
		try {
			return Files.readString(FOLDER.resolve(policy + ".yaml"));
		} catch (IOException missing) {
			throw new UncheckedIOException("start this in the folder bench, or name the folder with -Dpolicies", missing);
		}
	}

	static PolicyFile read(String text) {
		try {
			return PolicyFile.read(text);
		} catch (UnreadablePolicy broken) {
			throw new IllegalStateException(broken);
		}
	}

	static PolicyFile policy(String policy) {
		return read(text(policy));
	}

	static PolicyFile law() {
		return policy("wet");
	}

	static List<PolicyFile> layers(String policy) {
		return List.of(law(), policy(policy));
	}

	static RuleSet rules(String policy) {
		return RuleSet.of(layers(policy).toArray(PolicyFile[]::new));
	}

	/** A small amendment: the same policy without the first prohibition in it. */
	static PolicyFile amended(PolicyFile policy) {
		var gone = policy.rules().stream().filter(rule -> rule.effect() == Effect.FORBIDDEN && !rule.isException()).findFirst()
				.orElseThrow();
		var articles = policy.articles().stream().map(article -> new Article(article.number(), article.ownNumber(), article.heading(),
				article.audience(), article.clauses(), article.kind(), article.text(),
				article.rules().stream().filter(rule -> rule != gone).toList(), article.notEncoded(), article.line())).toList();
		return new PolicyFile(policy.id(), policy.title(), policy.citationTitle(), policy.layer(), policy.version(), policy.validUntil(),
				policy.evaluation(), policy.owner(), policy.organisation(), policy.audiences(), policy.source(), policy.remark(),
				policy.adoption(), policy.publication(), policy.terms(), policy.scope(), policy.gap(), articles, policy.cases());
	}
}
