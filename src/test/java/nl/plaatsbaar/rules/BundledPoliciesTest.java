package nl.plaatsbaar.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies that come with the product: each of them is complete, consistent, and does what its own cases say. */
class BundledPoliciesTest {

	static final Path FOLDER = Path.of("src/main/resources/policies");

	static Stream<Path> files() throws IOException {
		try (var files = Files.list(FOLDER)) {
			return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
		}
	}

	static PolicyFile read(Path file) throws IOException {
		try {
			return PolicyFile.read(Files.readString(file));
		} catch (UnreadablePolicy unreadable) {
			return fail(listed(file, "cannot be read", unreadable.problems(),
					problem -> "%d:%d %s".formatted(problem.line(), problem.column(), problem.message())));
		}
	}

	static String listed(Path file, String what, List<?> all) {
		return listed(file, what, all, Object::toString);
	}

	static <T> String listed(Path file, String what, List<T> all, Function<T, String> line) {
		return all.stream().map(one -> "  %s:%s".formatted(file, line.apply(one)))
				.collect(Collectors.joining("\n", "%s %s:%n".formatted(file.getFileName(), what), "\n"));
	}

	@Test
	void theLawAndFivePoliciesComeAlong() throws IOException {
		assertThat(files().map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("wet.yaml", "obo-west-brabant-2013.yaml",
				"praktijkonderwijs-roermond-2015.yaml", "kom-leren-2014.yaml", "osvs-2025.yaml", "meander-2021.yaml");
	}

	@ParameterizedTest
	@MethodSource("files")
	void theFileCanBeReadAndIsNamedAfterItsPolicy(Path file) throws IOException {
		assertThat(read(file).id() + ".yaml").isEqualTo(file.getFileName().toString());
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyCaseComesOutAsTheFileSays(Path file) throws IOException {
		var failed = Cases.run(read(file));
		assertThat(failed).as(() -> listed(file, "has cases that come out differently", failed,
				one -> one.scenario().line() + " " + one)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyRuleAndEveryExceptionIsShownByACase(Path file) throws IOException {
		var uncited = Cases.uncited(read(file));
		assertThat(uncited).as(() -> listed(file, "has rules that no case names under `op-grond-van`", uncited,
				rule -> rule.line() + " " + rule.id())).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("files")
	void noRuleAllowsWhatAnotherForbids(Path file) throws IOException {
		var contradictions = RuleSet.of(read(file)).contradictions();
		assertThat(contradictions).as(() -> listed(file, "contradicts itself (mend the conditions, or settle it with `gaat-voor`)",
				contradictions, one -> one.allows().line() + " " + one)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("files")
	void everySentenceIsARuleOrHasAReasonWhyNot(Path file) throws IOException {
		var unaccounted = Coverage.of(read(file)).unaccounted();
		assertThat(unaccounted).as(() -> listed(file, "has sentences without a rule and without a reason under `niet-gecodeerd`",
				unaccounted, one -> "%d artikel %s: “%s”".formatted(one.line(), one.article(), one.text()))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyRuleIsCitedSomewhere(Path file) throws IOException {
		var never = RuleSet.of(read(file)).neverDecide();
		assertThat(never).as(() -> listed(file, "has rules that are cited in no situation at all (a stricter rule is always there, "
				+ "or the conditions exclude each other)", never, rule -> rule.line() + " " + rule.id())).isEmpty();
	}

	/** Kinds of clauses that the advice answers; the others are met elsewhere in the product. */
	private static final Set<String> ANSWERED = Set.of("rule", "nudge", "scope", "definition");

	@ParameterizedTest
	@MethodSource("files")
	void everyClauseOfThePolicyIsFoundInAnArticle(Path file) throws IOException {
		var policy = read(file);
		var named = policy.articles().stream().flatMap(article -> article.clauses().stream()).collect(Collectors.toSet());
		var known = clauses(columns -> true);
		assertThat(named).as("ids that are not in docs/clauses.csv").isSubsetOf(known);
		assertThat(clauses(columns -> columns[1].equals(policy.id()) && Stream.of(columns[4].split("\\+")).anyMatch(ANSWERED::contains)))
				.as("clauses of %s that no article names under `clausules`", policy.id()).isSubsetOf(named);
	}

	private static Set<String> clauses(java.util.function.Predicate<String[]> wanted) throws IOException {
		return Files.readAllLines(Path.of("docs/clauses.csv")).stream().skip(1).map(line -> line.split(";")).filter(wanted)
				.map(columns -> columns[0]).collect(Collectors.toSet());
	}
}
