package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.List;

import nl.plaatsbaar.rules.PolicyFile.Article;
import nl.plaatsbaar.rules.PolicyFile.Kind;

/**
 * How much of a policy's text a machine decides on. Every sentence is quoted by a rule, an exception, the scope or the gap rule; or it
 * has a reason why not; or nobody accounted for it yet.
 */
public record Coverage(List<Sentence> sentences) {

	/** What became of a sentence. */
	public enum State {
		ENCODED, NOT_ENCODED, UNACCOUNTED
	}

	/**
	 * One sentence of the policy.
	 *
	 * @param reason why it is not encoded; empty otherwise
	 */
	public record Sentence(String article, int line, String text, State state, String reason) {}

	public Coverage {
		sentences = List.copyOf(sentences);
	}

	public static Coverage of(PolicyFile policy) {
		var sentences = new ArrayList<Sentence>();
		policy.articles().forEach(article -> new Reading(policy, article).addTo(sentences));
		return new Coverage(sentences);
	}

	public int encoded() {
		return (int) sentences.stream().filter(sentence -> sentence.state() == State.ENCODED).count();
	}

	public int total() {
		return sentences.size();
	}

	/** Sentences without a rule and without a reason. */
	public List<Sentence> unaccounted() {
		return sentences.stream().filter(sentence -> sentence.state() == State.UNACCOUNTED).toList();
	}

	/** One article, with the places in its text that are quoted. */
	private static final class Reading {

		private final Article article;
		private final String text;
		private final List<int[]> encoded = new ArrayList<>();
		private final List<int[]> notEncoded = new ArrayList<>();
		private final List<String> reasons = new ArrayList<>();

		Reading(PolicyFile policy, Article article) {
			this.article = article;
			text = Sentences.folded(article.text());
			for (var rule : article.rules())
				rule.withExceptions().forEach(each -> quoted(each.sentence(), encoded));
			var scope = policy.scope();
			if (scope != null && scope.article().equals(article.number()))
				quoted(scope.sentence(), encoded);
			if (scope != null && scope.outside() != null && article.number().equals(scope.outsideArticle()))
				quoted(scope.outside(), encoded);
			var gap = policy.gap();
			if (gap != null && gap.article().equals(article.number()))
				quoted(gap.sentence(), encoded);
			for (var each : article.notEncoded()) {
				int before = notEncoded.size();
				quoted(each.sentence(), notEncoded);
				while (before++ < notEncoded.size())
					reasons.add(each.reason());
			}
		}

		private void quoted(String sentence, List<int[]> places) {
			var folded = Sentences.folded(sentence);
			for (int at = text.indexOf(folded); at >= 0 && !folded.isEmpty(); at = text.indexOf(folded, at + 1))
				places.add(new int[]{at, at + folded.length()});
		}

		void addTo(List<Sentence> sentences) {
			int from = 0;
			for (var sentence : Sentences.of(article.text())) {
				int at = Math.max(from, text.indexOf(sentence, from));
				from = at + sentence.length();
				sentences.add(sentence(sentence, at, from));
			}
		}

		private Sentence sentence(String sentence, int from, int until) {
			if (first(encoded, from, until) >= 0)
				return new Sentence(article.number(), article.line(), sentence, State.ENCODED, "");
			int reason = first(notEncoded, from, until);
			if (reason >= 0)
				return new Sentence(article.number(), article.line(), sentence, State.NOT_ENCODED, reasons.get(reason));
			if (article.kind() != Kind.RULE)
				return new Sentence(article.number(), article.line(), sentence, State.NOT_ENCODED, article.kind().word());
			return new Sentence(article.number(), article.line(), sentence, State.UNACCOUNTED, "");
		}

		private static int first(List<int[]> places, int from, int until) {
			for (int i = 0; i < places.size(); i++)
				if (places.get(i)[0] < until && places.get(i)[1] > from)
					return i;
			return -1;
		}
	}
}
