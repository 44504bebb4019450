package nl.plaatsbaar.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;
import nl.plaatsbaar.policy.Refused.Why;
import nl.plaatsbaar.rules.PolicyFile.Article;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Policies that are being written. An imported text first has articles to correct, then becomes a policy file to put rules in. Nothing
 * here counts for anybody until it is adopted.
 */
@Component
class Drafts {

	private static final JsonMapper JSON = JsonMapper.builder().build();
	private static final TypeReference<List<FoundArticle>> ARTICLES = new TypeReference<>() {
	};
	static final int MOST_YAML = 1_000_000;

	private final JdbcClient jdbc;
	private final AuditTrail audit;
	private final Clock clock;

	Drafts(JdbcClient jdbc, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * @param articles   while they are being corrected; nothing once there is a file
	 * @param yaml       the policy file, which may still be full of mistakes
	 * @param sourceText the text as it was read from the upload, unchanged
	 * @param revision   goes up with every change, so that two people cannot silently overwrite each other
	 */
	record Draft(UUID id, String title, @Nullable List<FoundArticle> articles, @Nullable String yaml, @Nullable String sourceName,
			@Nullable String sourceText, @Nullable String sourceDigest, int revision, UUID writtenBy, Instant changedAt) {
	}

	/** Somebody else changed the draft in the meantime. */
	static final class Overtaken extends RuntimeException {
	}

	List<Draft> open(UUID board) {
		return jdbc.sql("select * from policy_draft where board_id = :board and closed_at is null order by changed_at desc")
				.param("board", board)
				.query((row, _) -> draft(row)).list();
	}

	Optional<Draft> find(UUID board, UUID id) {
		return jdbc.sql("select * from policy_draft where board_id = :board and id = :id and closed_at is null").param("board", board)
				.param("id", id).query((row, _) -> draft(row)).optional();
	}

	private static Draft draft(ResultSet row) throws SQLException {
		var articles = row.getString("articles");
		return new Draft(row.getObject("id", UUID.class), row.getString("title"),
				articles == null ? null : JSON.readValue(articles, ARTICLES),
				row.getString("yaml"), row.getString("source_name"), row.getString("source_text"), row.getString("source_digest"),
				row.getInt("revision"), row.getObject("written_by", UUID.class), Shelves.instant(row, "changed_at"));
	}

	/** Keeps an upload: its text, its digest, and the articles found in it. */
	@Transactional
	UUID imported(Actor by, String fileName, byte[] file, Document document, Outline.Found found) {
		var title = found.title() == null ? fileName.replaceAll("\\.[A-Za-z0-9]{1,5}$", "") : found.title();
		var id = jdbc
				.sql("""
						insert into policy_draft (board_id, title, articles, source_name, source_kind, source_text, source_digest, written_by, written_at,
							changed_at)
						values (:board, :title, cast(:articles as jsonb), :name, :kind, :text, :digest, :by, :now, :now) returning id""")
				.param("board", by.board()).param("title", Yaml.clean(title).strip())
				.param("articles", JSON.writeValueAsString(found.articles()))
				.param("name", fileName).param("kind", document.kind().name()).param("text", document.text().replace("\0", ""))
				.param("digest", Bundled.digest(file)).param("by", by.person()).param("now", OffsetDateTime.now(clock)).query(UUID.class)
				.single();
		audit.record(by.board(), by.person(),
				Recordable.of("policy.draft.imported", "policy-draft", id).with("digest", Bundled.digest(file)));
		return id;
	}

	/** A draft that starts as a copy of an existing policy. */
	@Transactional
	UUID copied(Actor by, PolicyVersion version) {
		var id = jdbc.sql("""
				insert into policy_draft (board_id, title, yaml, source_name, source_digest, written_by, written_at, changed_at)
				values (:board, :title, :yaml, :name, :digest, :by, :now, :now) returning id""").param("board", by.board())
				.param("title", version.file().title()).param("yaml", version.yaml()).param("name", version.policy())
				.param("digest", version.digest()).param("by", by.person()).param("now", OffsetDateTime.now(clock)).query(UUID.class)
				.single();
		audit.record(by.board(), by.person(), Recordable.of("policy.draft.copied", "policy-draft", id).with("from", version.policy()));
		return id;
	}

	/** Keeps corrected articles as they are, right or wrong. */
	@Transactional
	void corrected(Actor by, UUID id, int revision, String title, List<FoundArticle> articles) {
		changed(jdbc.sql("""
				update policy_draft set title = :title, articles = cast(:articles as jsonb), revision = revision + 1, changed_at = :now
				where board_id = :board and id = :id and revision = :revision and closed_at is null and yaml is null""")
				.param("title", title)
				.param("articles", JSON.writeValueAsString(articles)).param("now", OffsetDateTime.now(clock)).param("board", by.board())
				.param("id", id).param("revision", revision).update());
	}

	/**
	 * Makes the policy file: every article with its text, and no rules yet.
	 *
	 * @throws Refused with every article that has no number, no text, or the number of another
	 */
	@Transactional
	void written(Actor by, UUID id, int revision, String title, List<FoundArticle> articles) {
		check(title, articles);
		var draft = find(by.board(), id).orElseThrow(Overtaken::new);
		var yaml = yaml(title, articles, draft.sourceName(), LocalDate.now(clock));
		changed(jdbc.sql("""
				update policy_draft set title = :title, articles = null, yaml = :yaml, revision = revision + 1, changed_at = :now
				where board_id = :board and id = :id and revision = :revision and closed_at is null and yaml is null""")
				.param("title", title)
				.param("yaml", yaml).param("now", OffsetDateTime.now(clock)).param("board", by.board()).param("id", id)
				.param("revision", revision).update());
		audit.record(by.board(), by.person(),
				Recordable.of("policy.draft.written", "policy-draft", id).with("digest", Bundled.digest(yaml)));
	}

	private static void check(String title, List<FoundArticle> articles) {
		var wrong = new ArrayList<Why>();
		if (title.isBlank())
			wrong.add(new Why("title", "policy.import.title-missing"));
		var taken = new HashSet<String>();
		for (int i = 0; i < articles.size(); i++) {
			var article = articles.get(i);
			if (!article.number().matches(Article.NUMBER))
				wrong.add(new Why("number" + i, "policy.import.number-wrong"));
			else if (!taken.add(article.number()))
				wrong.add(new Why("number" + i, "policy.import.number-taken", article.number()));
			if (article.text().isBlank())
				wrong.add(new Why("text" + i, "policy.import.text-missing"));
		}
		if (articles.isEmpty())
			wrong.add(new Why("title", "policy.import.no-articles"));
		if (!wrong.isEmpty())
			throw new Refused(wrong);
	}

	static String yaml(String title, List<FoundArticle> articles, @Nullable String source, LocalDate today) {
		var yaml = new StringBuilder(
				"beleid: %s-%d\ntitel: %s\nlaag: beleid\nversie: %s\n".formatted(id(title), today.getYear(), Yaml.text(title), today));
		if (source != null)
			yaml.append("bron: ").append(Yaml.text(source)).append('\n');
		yaml.append("artikelen:\n");
		for (var article : articles) {
			yaml.append("- nr: ").append(Yaml.text(article.number())).append('\n');
			if (article.own())
				yaml.append("  eigen-nummer: ja\n");
			if (article.heading() != null && !article.heading().isBlank())
				yaml.append("  kop: ").append(Yaml.text(article.heading())).append('\n');
			yaml.append("  tekst: ").append(Yaml.block(article.text(), "    ")).append('\n');
		}
		return yaml.toString();
	}

	private static String id(String title) {
		var slug = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
				.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		return slug.isEmpty() ? "beleid" : slug.substring(0, Math.min(40, slug.length())).replaceAll("-$", "");
	}

	/** Keeps the policy file as typed, right or wrong: what was written must not be lost because of a comma. */
	@Transactional
	void edited(Actor by, UUID id, int revision, String yaml) {
		if (yaml.length() > MOST_YAML)
			throw new Refused("yaml", "policy.draft.too-long");
		changed(jdbc.sql("""
				update policy_draft set yaml = :yaml, revision = revision + 1, changed_at = :now
				where board_id = :board and id = :id and revision = :revision and closed_at is null and yaml is not null""")
				.param("yaml", yaml.replace("\0", "")).param("now", OffsetDateTime.now(clock)).param("board", by.board()).param("id", id)
				.param("revision", revision).update());
		audit.record(by.board(), by.person(),
				Recordable.of("policy.draft.edited", "policy-draft", id).with("digest", Bundled.digest(yaml)));
	}

	@Transactional
	void close(Actor by, UUID id) {
		changed(jdbc.sql("update policy_draft set closed_at = :now where board_id = :board and id = :id and closed_at is null")
				.param("now", OffsetDateTime.now(clock)).param("board", by.board()).param("id", id).update());
		audit.record(by.board(), by.person(), Recordable.of("policy.draft.closed", "policy-draft", id));
	}

	private static void changed(int rows) {
		if (rows == 0)
			throw new Overtaken();
	}
}
