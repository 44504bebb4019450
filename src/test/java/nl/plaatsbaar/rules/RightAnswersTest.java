package nl.plaatsbaar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.plaatsbaar.Clause;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everyday questions with the answer a reader of the policy and the law would give: first written down from the texts alone, then
 * settled one by one where the rules said something else. A cell of {@code right-answers.csv} is the outcome, then what must be among
 * what is shown: clauses, {@code from=} who must agree, {@code tell=} whom to tell, {@code instead} what can be done instead. The last
 * column says where readers may differ.
 */
@Clause("OBO-G1")
@Clause("OBO-G2")
@Clause("OBO-G3")
@Clause("OBO-G4")
@Clause("OBO-G5")
@Clause("OBO-G6")
@Clause("OBO-G7a")
@Clause("OBO-G7b")
@Clause("OBO-G7c")
@Clause("OBO-G8")
@Clause("OBO-G9")
@Clause("OBO-S2a")
@Clause("OBO-S2b")
@Clause("OBO-S3")
@Clause("OBO-S4")
@Clause("OBO-S5")
@Clause("OBO-V3")
@Clause("ROE-D2")
@Clause("ROE-A1")
@Clause("ROE-A2")
@Clause("ROE-A3")
@Clause("ROE-A4")
@Clause("ROE-A5")
@Clause("ROE-A6")
@Clause("ROE-B1")
@Clause("ROE-B2")
@Clause("ROE-B3")
@Clause("ROE-C1")
@Clause("ROE-C2")
@Clause("ROE-C3")
@Clause("ROE-C4")
@Clause("ROE-C5")
@Clause("KOM-13")
@Clause("KOM-15")
@Clause("KOM-16")
@Clause("KOM-17")
@Clause("KOM-18")
@Clause("KOM-M1")
@Clause("KOM-M2")
@Clause("KOM-M4")
@Clause("KOM-M5")
@Clause("KOM-M6")
@Clause("KOM-M7")
@Clause("KOM-L1")
@Clause("KOM-O1")
@Clause("KOM-X1")
@Clause("KOM-K1")
@Clause("KOM-B1")
@Clause("OSVS-II2")
@Clause("OSVS-III6")
@Clause("OSVS-IV1")
@Clause("OSVS-IV2")
@Clause("OSVS-IV3")
@Clause("OSVS-IV4")
@Clause("OSVS-IV5")
@Clause("OSVS-IV6")
@Clause("OSVS-M1")
@Clause("OSVS-M3a")
@Clause("OSVS-M3b")
@Clause("OSVS-M4")
@Clause("OSVS-M5")
@Clause("OSVS-M6")
@Clause("OSVS-M7")
@Clause("OSVS-M8")
@Clause("OSVS-M9")
@Clause("OSVS-M10")
@Clause("OSVS-M11")
@Clause("OSVS-M12")
@Clause("MEA-U6")
@Clause("MEA-1")
@Clause("MEA-2")
@Clause("MEA-3")
@Clause("MEA-4")
@Clause("MEA-5")
@Clause("MEA-6")
@Clause("MEA-7")
@Clause("MEA-8a")
@Clause("MEA-8b")
class RightAnswersTest {

	private static final Path TABLE = Path.of("src/test/resources/right-answers.csv");
	private static final PolicyFile LAW = policy("wet");

	record Question(String words, String situation, String policy, RuleSet rules, String answer) {

		Outcome outcome() {
			return Outcome.valueOf(answer.split(" ")[0]);
		}

		List<String> shown() {
			return Stream.of(answer.split(" ")).skip(1).toList();
		}

		@Override
		public String toString() {
			return policy + ": " + words;
		}
	}

	static List<Question> questions() throws IOException {
		var lines = Files.readAllLines(TABLE).stream().map(line -> line.split(";", -1)).toList();
		var policies = List.of(lines.getFirst()).subList(2, lines.getFirst().length - 1);
		var rules = policies.stream().map(policy -> RuleSet.of(LAW, policy(policy))).toList();
		var questions = new ArrayList<Question>();
		for (var line : lines.subList(1, lines.size()))
			for (int i = 0; i < policies.size(); i++)
				questions.add(new Question(line[0], line[1], policies.get(i), rules.get(i), line[i + 2]));
		return questions;
	}

	private static PolicyFile policy(String id) {
		try {
			return BundledPoliciesTest.read(BundledPoliciesTest.FOLDER.resolve(id + ".yaml"));
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	@ParameterizedTest
	@MethodSource("questions")
	void theAnswerIsWhatAReaderOfThePolicyWouldGive(Question question) throws UnreadableSituation {
		var verdict = question.rules().judge(facts(question.situation()));
		var told = told(verdict);
		assertThat(verdict.outcome() == question.outcome() && told.containsAll(question.shown()))
				.withFailMessage("%s%n  policy    %s%n  situation %s%n  expected  %s%n  got       %s %s%n  cited     %s", question.words(),
						question.policy(), question.situation(), question.answer(), verdict.outcome(), told, cited(verdict))
				.isTrue();
	}

	private static Facts facts(String situation) throws UnreadableSituation {
		Map<String, Object> told = Stream.of(situation.split(" ")).map(fact -> fact.split("=", -1))
				.collect(Collectors.toMap(fact -> fact[0], fact -> fact[1], (one, other) -> one, LinkedHashMap::new));
		return Situation.read(told, platform -> Optional.empty());
	}

	private static Set<String> told(Verdict verdict) {
		var told = verdict.cited().map(Reason::clause).filter(clause -> clause != null).collect(Collectors.toCollection(TreeSet::new));
		verdict.permissionFrom().forEach(authority -> told.add("from=" + authority.code()));
		verdict.tell().forEach(authority -> told.add("tell=" + authority.code()));
		if (verdict.cited().anyMatch(reason -> reason.effect().decides() && reason.instead() != null))
			told.add("instead");
		return told;
	}

	private static List<String> cited(Verdict verdict) {
		return verdict.layers().stream()
				.map(layer -> layer.policy() + " " + layer.outcome() + layer.cited().map(Reason::rule).toList()).toList();
	}

	@Test
	void theClausesNamedAboveAreThoseInTheTable() throws IOException {
		var named = Stream.of(getClass().getAnnotationsByType(Clause.class)).map(Clause::value).collect(Collectors.toSet());
		var shown = questions().stream().flatMap(question -> question.shown().stream())
				.filter(clause -> !clause.matches("instead|(from|tell)=.*|LAW-.*")).collect(Collectors.toSet());
		assertThat(named).isEqualTo(shown);
	}
}
