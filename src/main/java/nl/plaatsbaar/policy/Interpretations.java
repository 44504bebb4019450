package nl.plaatsbaar.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import nl.plaatsbaar.access.Accounts;
import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Grants;
import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;
import nl.plaatsbaar.notification.Notice;
import nl.plaatsbaar.notification.Notices;
import nl.plaatsbaar.policy.Refused.Why;

/**
 * The door to the board's readings of its policy. They are told to all staff the moment they are decided, and shown under every answer
 * that rests on the article. The board has to be bound.
 */
@Component
public class Interpretations {

	private final JdbcClient jdbc;
	private final Policies policies;
	private final Grants grants;
	private final Accounts accounts;
	private final Notices notices;
	private final AuditTrail audit;
	private final MessageSource messages;
	private final Clock clock;

	Interpretations(JdbcClient jdbc, Policies policies, Grants grants, Accounts accounts, Notices notices, AuditTrail audit,
			MessageSource messages,
			Clock clock) {
		this.jdbc = jdbc;
		this.policies = policies;
		this.grants = grants;
		this.accounts = accounts;
		this.notices = notices;
		this.audit = audit;
		this.messages = messages;
		this.clock = clock;
	}

	/** What the board decided about these articles of a policy and still holds to, the newest first. */
	public List<Interpretation> under(UUID board, String policy, Collection<String> articles) {
		return of(board, policy).stream().filter(one -> one.endedAt() == null && articles.contains(one.article())).toList();
	}

	/** Everything the board ever decided about a policy, the newest first. */
	public List<Interpretation> of(UUID board, String policy) {
		return jdbc.sql("select * from interpretation where board_id = :board and policy = :policy order by decided_at desc, id desc")
				.param("board", board).param("policy", policy).query(ROWS).list();
	}

	private static final RowMapper<Interpretation> ROWS = (row, _) -> {
		var ended = row.getObject("ended_at", OffsetDateTime.class);
		return new Interpretation(row.getObject("id", UUID.class), row.getString("policy"), row.getString("article"), row.getString("rule"),
				row.getString("question"), row.getString("reading"), row.getString("consulted_with"),
				row.getObject("consulted_on", LocalDate.class),
				row.getObject("decided_by", UUID.class), Shelves.instant(row, "decided_at"), ended == null ? null : ended.toInstant());
	};

	/**
	 * What the directeur-bestuurder filled in.
	 *
	 * @param about {@code article} or {@code article/rule}
	 */
	record Form(String about, String question, String reading, String consultedWith, String consultedOn) {

		Form(@Nullable String about, @Nullable String question, @Nullable String reading, @Nullable String consultedWith,
				@Nullable String consultedOn) {
			this.about = Typed.line(about);
			this.question = Typed.text(question);
			this.reading = Typed.text(reading);
			this.consultedWith = Typed.line(consultedWith);
			this.consultedOn = Typed.line(consultedOn);
		}
	}

	/** @throws Refused with everything that is missing */
	@Transactional
	UUID decide(Actor by, String policy, Form form) {
		var today = LocalDate.now(clock);
		var version = policies.version(by.board(), policy, today)
				.orElseThrow(() -> new Refused("about", "policy.interpretation.no-policy"));
		var consultedOn = checked(version, form, today);
		boolean aboutARule = form.about().contains("/");
		var article = aboutARule ? form.about().substring(0, form.about().indexOf('/')) : form.about();
		var id = jdbc
				.sql("""
						insert into interpretation (board_id, policy, article, rule, question, reading, consulted_with, consulted_on, decided_by, decided_at)
						values (:board, :policy, :article, :rule, :question, :reading, :with, :on, :by, :now) returning id""")
				.param("board", by.board())
				.param("policy", policy).param("article", article).param("rule", aboutARule ? form.about() : null)
				.param("question", form.question())
				.param("reading", form.reading()).param("with", form.consultedWith()).param("on", consultedOn).param("by", by.person())
				.param("now", OffsetDateTime.now(clock)).query(UUID.class).single();
		audit.record(by.board(), by.person(), Recordable.of("policy.interpretation.decided", "interpretation", id).with("policy", policy)
				.with("about", form.about()));
		tellStaff(by, version, article, form, id, today);
		return id;
	}

	private static LocalDate checked(PolicyVersion version, Form form, LocalDate today) {
		var wrong = new ArrayList<Why>();
		var known = form.about().contains("/")
				? version.file().rule(form.about()).isPresent()
				: version.file().article(form.about()).isPresent();
		if (!known)
			wrong.add(new Why("about", "policy.interpretation.about-missing"));
		if (form.question().isBlank())
			wrong.add(new Why("question", "policy.interpretation.question-missing"));
		if (form.reading().isBlank())
			wrong.add(new Why("reading", "policy.interpretation.reading-missing"));
		if (form.consultedWith().isBlank())
			wrong.add(new Why("consultedWith", "policy.interpretation.consulted-missing"));
		var on = Days.read(form.consultedOn());
		if (on == null)
			wrong.add(new Why("consultedOn", "policy.interpretation.consulted-on-wrong"));
		else if (on.isAfter(today))
			wrong.add(new Why("consultedOn", "policy.interpretation.consulted-on-later"));
		if (on == null || !wrong.isEmpty())
			throw new Refused(wrong);
		return on;
	}

	private void tellStaff(Actor by, PolicyVersion version, String article, Form form, UUID id, LocalDate today) {
		var staff = new LinkedHashSet<UUID>();
		StaffRoles.ALL.forEach(role -> staff.addAll(grants.holders(by.board(), role, null, today)));
		var subject = messages.getMessage("policy.interpretation.notice.subject", new Object[]{article}, Days.DUTCH);
		var body = messages.getMessage("policy.interpretation.notice.body",
				new Object[]{version.name(), article, form.question(), form.reading(), by.name()}, Days.DUTCH);
		var link = "/beleid/" + version.policy() + "#" + Anchors.of(article);
		for (var person : staff)
			notices.send(new Notice(by.board(), person, accounts.email(by.board(), person).orElse(null), subject, body, link,
					"interpretation-" + id));
	}

	/** Ends a reading: from now on it is no longer shown under answers. It stays on record. */
	@Transactional
	void end(Actor by, UUID interpretation) {
		changed(jdbc
				.sql("update interpretation set ended_at = :now, ended_by = :by where board_id = :board and id = :id and ended_at is null")
				.param("now", OffsetDateTime.now(clock)).param("by", by.person()).param("board", by.board()).param("id", interpretation)
				.update());
		audit.record(by.board(), by.person(), Recordable.of("policy.interpretation.ended", "interpretation", interpretation));
	}

	/** Takes the end back. */
	@Transactional
	void resume(Actor by, UUID interpretation) {
		changed(jdbc.sql("""
				update interpretation set ended_at = null, ended_by = null where board_id = :board and id = :id and ended_at is not null""")
				.param("board", by.board()).param("id", interpretation).update());
		audit.record(by.board(), by.person(), Recordable.of("policy.interpretation.resumed", "interpretation", interpretation));
	}

	private static void changed(int rows) {
		if (rows == 0)
			throw new Refused("", "policy.interpretation.gone");
	}
}
