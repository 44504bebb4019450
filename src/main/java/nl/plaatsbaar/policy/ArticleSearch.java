package nl.plaatsbaar.policy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import nl.plaatsbaar.rules.PolicyFile.Article;

/**
 * Finds articles by the words people use. The Dutch stemmer alone misses plurals ("fiets" does not find "fietsen"), so every word is
 * also tried as the beginning of a word, together with the words that mean the same, and long words may have a letter wrong. The board
 * has to be bound.
 */
@Component
public class ArticleSearch {

	private static final int MOST_WORDS = 12;
	private static final char HIT = '\uE000', END = '\uE001';

	private final JdbcClient jdbc;
	private final Bundled bundled;
	private final Policies policies;

	ArticleSearch(JdbcClient jdbc, Bundled bundled, Policies policies) {
		this.jdbc = jdbc;
		this.bundled = bundled;
		this.policies = policies;
	}

	/**
	 * An article that was found.
	 *
	 * @param anchor where it stands on the page of its policy
	 * @param text   the part of it that answers best
	 */
	public record Found(String policy, String number, String anchor, List<Piece> heading, List<Piece> text) {
	}

	/** A run of text; {@code hit} when it is what was asked for. */
	public record Piece(String text, boolean hit) {
	}

	/** The articles of these versions that fit the words, the best first; empty when nothing does. */
	public List<Found> find(UUID board, String words, Collection<PolicyVersion> in, int most) {
		var asked = words(words);
		if (asked.isEmpty() || in.isEmpty())
			return List.of();
		copyMissing(board, in);
		return jdbc
				.sql("""
						with asked as (
							select word, to_tsquery('plaatsbaar', terms) as query from unnest(:words, :terms) as asked (word, terms)
						), telling as (
							select * from asked where numnode(query) > 0
						), together as (
							select string_agg(query::text, ' | ')::tsquery as query from telling
						)
						select a.policy, a.number, ts_headline('plaatsbaar', a.heading, together.query, :whole) as heading,
							ts_headline('plaatsbaar', a.body, together.query, case when length(a.body) <= 420 then :whole else :part end) as body
						from article_text a cross join together cross join lateral (
							select sum(case when a.words @@ telling.query then 1.0
								when length(telling.word) > 4 and word_similarity(telling.word, a.folded) >= 0.6 then 0.6 else 0 end) as said from telling
						) fit
						where a.board_id = :board and a.digest = any(:digests) and fit.said > 0
						order by fit.said desc, ts_rank_cd(a.words, together.query) desc, a.digest, a.position limit :most""")
				.param("words", asked.toArray(String[]::new))
				.param("terms", asked.stream().map(word -> terms(board, word)).toArray(String[]::new))
				.param("whole", "HighlightAll=true,StartSel=" + HIT + ",StopSel=" + END)
				.param("part", "MaxFragments=2,MaxWords=24,MinWords=10,FragmentDelimiter=\" … \",StartSel=" + HIT + ",StopSel=" + END)
				.param("board", board).param("digests", in.stream().map(PolicyVersion::digest).toArray(String[]::new)).param("most", most)
				.query((row, _) -> new Found(row.getString("policy"), row.getString("number"), Anchors.of(row.getString("number")),
						pieces(row.getString("heading")), pieces(row.getString("body"))))
				.list();
	}

	private static List<String> words(String typed) {
		return Arrays.stream(folded(typed).split("[^\\p{L}\\p{N}]+")).filter(word -> word.length() > 1 && word.length() <= 40).distinct()
				.limit(MOST_WORDS).toList();
	}

	static String folded(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
	}

	// One word of the reader as "this or that or that", each as the beginning of a word.
	private String terms(UUID board, String word) {
		var same = new LinkedHashSet<String>();
		same.add(word);
		bundled.searchWords().stream().filter(group -> group.stream().anyMatch(other -> isFormOf(word, folded(other))))
				.forEach(same::addAll);
		policies.platform(board, word).ifPresent(platform -> {
			same.add(platform.name());
			same.addAll(platform.synonyms());
		});
		return same.stream().map(ArticleSearch::term).filter(term -> !term.isEmpty()).collect(Collectors.joining(" | "));
	}

	// foto, foto's, foto's' and fotos are one word to the reader.
	private static boolean isFormOf(String word, String known) {
		return word.equals(known) || word.equals(known + "s") || word.equals(known + "en") || word.equals(known + "n");
	}

	private static String term(String words) {
		return Arrays.stream(folded(words).split("[^\\p{L}\\p{N}]+")).filter(word -> word.length() > 1).map(word -> "'" + word + "':*")
				.collect(Collectors.joining(" & ", "(", ")")).replace("()", "");
	}

	private static List<Piece> pieces(String marked) {
		var pieces = new ArrayList<Piece>();
		int from = 0;
		while (from < marked.length()) {
			boolean hit = marked.charAt(from) == HIT;
			int until = marked.indexOf(hit ? END : HIT, from);
			until = until < 0 ? marked.length() : until;
			if (until > from)
				pieces.add(new Piece(marked.substring(hit ? from + 1 : from, until), hit));
			from = hit ? until + 1 : until;
		}
		return pieces;
	}

	/** Copies the articles of versions nobody searched in before. */
	private void copyMissing(UUID board, Collection<PolicyVersion> versions) {
		var there = jdbc.sql("select distinct digest from article_text where board_id = :board").param("board", board).query(String.class)
				.set();
		versions.stream().filter(version -> !there.contains(version.digest())).forEach(version -> copy(board, version));
	}

	// All articles in one statement: half a policy would be searched as if it were whole.
	private void copy(UUID board, PolicyVersion version) {
		var articles = version.file().articles();
		var headings = articles.stream().map(article -> plain(article.heading() == null ? "" : article.heading())).toList();
		var bodies = articles.stream().map(article -> plain(article.text())).toList();
		jdbc.sql("""
				insert into article_text (board_id, digest, position, policy, number, heading, body, folded, words)
				select :board, :digest, place - 1, :policy, number, heading, body, folded,
					setweight(to_tsvector('plaatsbaar', heading), 'A') || setweight(to_tsvector('plaatsbaar', body), 'B')
				from unnest(:numbers, :headings, :bodies, :folded) with ordinality as article (number, heading, body, folded, place)
				on conflict do nothing""").param("board", board).param("digest", version.digest()).param("policy", version.policy())
				.param("numbers", articles.stream().map(Article::number).toArray(String[]::new))
				.param("headings", headings.toArray(String[]::new)).param("bodies", bodies.toArray(String[]::new))
				.param("folded", IntStream.range(0, bodies.size()).mapToObj(i -> folded(headings.get(i) + " " + bodies.get(i)))
						.toArray(String[]::new))
				.update();
	}

	private static String plain(String text) {
		return text.replace(HIT, ' ').replace(END, ' ').replaceAll("\\s+", " ").strip();
	}
}
