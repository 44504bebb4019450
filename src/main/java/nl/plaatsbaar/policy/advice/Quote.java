package nl.plaatsbaar.policy.advice;

import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.Reason;

/**
 * What a policy says, in the sentence it stands in: a rule quotes the words that decide, a reader wants the whole sentence.
 *
 * @param before the beginning of the sentence, may be empty
 * @param words the words that the rule rests on
 * @param after the rest of the sentence, may be empty
 */
record Quote(String before, String words, String after) {

	private static final String END = ". ";

	static Quote of(Reason reason, PolicyFile policy) {
		return policy.article(reason.article()).map(article -> of(folded(reason.sentence()), folded(article.text())))
				.orElseGet(() -> new Quote("", reason.sentence(), ""));
	}

	private static Quote of(String words, String text) {
		int at = text.indexOf(words);
		if (at < 0)
			return new Quote("", words, "");
		int end = at + words.length();
		int last = text.lastIndexOf(END, at - 1);
		int next = text.indexOf(END, end - 1);
		return new Quote(text.substring(last < 0 ? 0 : last + END.length(), at), words,
				text.substring(end, next < end ? next < 0 ? text.length() : end : next + 1));
	}

	private static String folded(String text) {
		return text.strip().replaceAll("\\s+", " ");
	}
}
