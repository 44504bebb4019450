package nl.plaatsbaar.rules;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One version of one policy, as it is written in its file; {@code docs/rule-language.md} is the specification. Line numbers count
 * from 1.
 *
 * @param version the day it comes into force
 * @param validUntil the first day it no longer holds
 * @param evaluation the time between two evaluations
 * @param remark what is odd in the source: told, never repaired
 * @param adoption in the order of the source
 */
public record PolicyFile(String id, String title, @Nullable String citationTitle, Layer layer, LocalDate version,
		@Nullable LocalDate validUntil, @Nullable Period evaluation, @Nullable String owner, @Nullable String organisation,
		List<String> audiences, @Nullable String source, @Nullable String remark, List<Adoption> adoption, List<String> publication,
		List<Term> terms, @Nullable Scope scope, @Nullable GapRule gap, List<Article> articles, List<Case> cases) {

	/** One step of the adoption. {@code on} is a LocalDate, or a YearMonth where the source gives no day. */
	public record Adoption(String body, String kind, Temporal on, int line) {}

	/** A word of the policy and the values of the vocabulary it covers. */
	public record Term(String word, List<Value> covers, @Nullable String article, @Nullable String explanation, int line) {}

	/** What the policy is about. {@code outside} is the policy's own warning for what is not. */
	public record Scope(String article, String sentence, Condition when, @Nullable String outside, @Nullable String outsideArticle,
			int line) {}

	/** The policy's own rule for what it does not regulate. */
	public record GapRule(String article, String sentence, List<Authority> decidedBy, int line) {}

	/**
	 * One article, in our wording or in the board's own.
	 *
	 * @param number path of sections and number, unique in the file
	 * @param ownNumber the source has no number, this one is ours
	 * @param audience values of {@link Fact#ACTOR}; empty = everyone
	 * @param clauses ids of {@code docs/clauses.csv}
	 */
	public record Article(String number, boolean ownNumber, @Nullable String heading, List<Value> audience, List<String> clauses,
			Kind kind, String text, List<Rule> rules, List<NotEncoded> notEncoded, int line) {

		/** What a number looks like, as a regular expression. */
		public static final String NUMBER = "[\\p{Alnum}][\\p{Alnum}.-]*";
	}

	/** What an article is for; only an article of the kind {@code RULE} needs rules. */
	public enum Kind {
		RULE("regel"), DEFINITION("definitie"), SCOPE("reikwijdte"), PRINCIPLE("uitgangspunt"), PROCESS("proces"), MEASURE("maatregel");

		private final String word;

		Kind(String word) {
			this.word = word;
		}

		public String word() {
			return word;
		}

		static Optional<Kind> ofWord(String word) {
			return Stream.of(values()).filter(k -> k.word.equals(word)).findFirst();
		}
	}

	/**
	 * A rule, or an exception to one: the same thing one step deeper.
	 *
	 * @param id the full id: {@code article/rule}, of an exception {@code article/rule/exception}
	 * @param effect {@link Effect#EXEMPTION} for an exception that only switches its rule off
	 * @param unless its exceptions; it holds where none of them does
	 * @param authorities who gives permission, is told, or may weigh
	 * @param precedes full ids of the rules that do not count where this one holds
	 * @param instead what you can do instead
	 * @param readyText a ready text to copy
	 * @param reading the officer's reading, never the text of the policy
	 */
	public record Rule(String id, @Nullable String clause, String sentence, Effect effect, Condition when, List<Rule> unless,
			List<Authority> authorities, List<String> precedes, @Nullable String instead, @Nullable String readyText,
			@Nullable String reading, int line) {

		public String article() {
			return id.substring(0, id.indexOf('/'));
		}

		public boolean isException() {
			return id.indexOf('/') != id.lastIndexOf('/');
		}

		/** The rule, its exceptions, their exceptions. */
		public Stream<Rule> withExceptions() {
			return Stream.concat(Stream.of(this), unless.stream().flatMap(Rule::withExceptions));
		}
	}

	/**
	 * When a rule holds: every fact named has one of its values, and at least one of {@code anyOf} (where given) is yes.
	 */
	public record Condition(Map<Fact, List<Value>> values, List<Fact> anyOf) {}

	/** A sentence no machine may decide, and why. */
	public record NotEncoded(String sentence, String reason, int line) {}

	/** A case: what is known, the outcome it must have, and the rules that must be cited. */
	public record Case(String description, Facts facts, Outcome outcome, List<String> grounds, int line) {}

	public PolicyFile {
		audiences = List.copyOf(audiences);
		adoption = List.copyOf(adoption);
		publication = List.copyOf(publication);
		terms = List.copyOf(terms);
		articles = List.copyOf(articles);
		cases = List.copyOf(cases);
	}

	/**
	 * Reads a policy file and checks all of it.
	 *
	 * @throws UnreadablePolicy with everything that is wrong, each with its line and column
	 */
	public static PolicyFile read(String yaml) throws UnreadablePolicy {
		return new PolicyReader().read(yaml);
	}

	/** Every rule and every exception, in the order of the file. */
	public List<Rule> rules() {
		var rules = new ArrayList<Rule>();
		articles.forEach(article -> article.rules().forEach(rule -> rule.withExceptions().forEach(rules::add)));
		return rules;
	}

	public Optional<Article> article(String number) {
		return articles.stream().filter(article -> article.number().equals(number)).findFirst();
	}

	/** The rule or exception with this full id. */
	public Optional<Rule> rule(String id) {
		return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
	}
}
