package nl.plaatsbaar.policy;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;
import nl.plaatsbaar.policy.Refused.Why;
import nl.plaatsbaar.rules.Fact;

/** The platforms a board adds itself, or ends: what is new next year needs no new version of the program. */
@Component
class Register {

	private final JdbcClient jdbc;
	private final Policies policies;
	private final Shelves shelves;
	private final AuditTrail audit;
	private final Clock clock;

	Register(JdbcClient jdbc, Policies policies, Shelves shelves, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.policies = policies;
		this.shelves = shelves;
		this.audit = audit;
		this.clock = clock;
	}

	/** What somebody filled in, as typed. */
	record Form(String name, String place, String minimumAge, String ageSource, String synonyms) {

		static final Form EMPTY = new Form("", "", "", "", "");

		Form(@Nullable String name, @Nullable String place, @Nullable String minimumAge, @Nullable String ageSource,
				@Nullable String synonyms) {
			this.name = Typed.line(name);
			this.place = Typed.line(place);
			this.minimumAge = Typed.line(minimumAge);
			this.ageSource = Typed.line(ageSource);
			this.synonyms = Typed.text(synonyms);
		}

		List<String> words() {
			return Arrays.stream(synonyms.split("[,;\\n]")).map(String::strip).filter(word -> !word.isEmpty()).distinct().toList();
		}
	}

	/** @throws Refused with everything that is missing, or when one of the names already means another platform */
	@Transactional
	void add(Actor by, Form form) {
		check(by, form);
		var id = slug(form.name());
		keep(by, id, form);
		audit.record(by.board(), by.person(), Recordable.of("policy.platform.added").with("platform", id));
		shelves.changed(by.board());
	}

	private void keep(Actor by, String id, Form form) {
		try {
			jdbc.sql("""
					insert into platform (board_id, id, name, place, minimum_age, age_source, synonyms, valid_from, added_by, added_at)
					values (:board, :id, :name, :place, :age, :source, :synonyms, :today, :by, :now)""").param("board", by.board())
					.param("id", id)
					.param("name", form.name()).param("place", form.place()).param("age", Integer.parseInt(form.minimumAge()))
					.param("source", form.ageSource()).param("synonyms", form.words().toArray(String[]::new))
					.param("today", LocalDate.now(clock))
					.param("by", by.person()).param("now", OffsetDateTime.now(clock)).update();
		} catch (DuplicateKeyException addedMeanwhile) {
			throw new Refused("name", "policy.platform.name-taken", form.name());
		}
	}

	private void check(Actor by, Form form) {
		var wrong = new ArrayList<Why>();
		if (form.name().isBlank() || slug(form.name()).isEmpty())
			wrong.add(new Why("name", "policy.platform.name-missing"));
		if (Fact.PLACE.optionOfCode(form.place()).isEmpty())
			wrong.add(new Why("place", "policy.platform.place-missing"));
		if (!form.minimumAge().matches("\\d|1\\d|2[01]"))
			wrong.add(new Why("minimumAge", "policy.platform.age-wrong"));
		if (form.ageSource().isBlank())
			wrong.add(new Why("ageSource", "policy.platform.age-source-missing"));
		var taken = taken(by, form);
		if (taken != null)
			wrong.add(new Why("name", "policy.platform.name-taken", taken));
		if (!wrong.isEmpty())
			throw new Refused(wrong);
	}

	private @Nullable String taken(Actor by, Form form) {
		var names = new ArrayList<>(form.words());
		names.add(form.name());
		names.add(slug(form.name()));
		return names.stream().flatMap(name -> policies.platform(by.board(), name).stream()).map(known -> known.name()).findFirst()
				.orElse(null);
	}

	/** Ends a platform from today on. What comes with the product is ended for this board only. */
	@Transactional
	void end(Actor by, String id) {
		var known = known(by, id);
		var platform = known.platform();
		jdbc.sql(
				"""
						insert into platform (board_id, id, name, place, minimum_age, age_source, synonyms, valid_from, valid_until, added_by, added_at)
						values (:board, :id, :name, :place, :age, :source, :synonyms, :from, :today, :by, :now)
						on conflict (board_id, id) do update set valid_until = excluded.valid_until""")
				.param("board", by.board()).param("id", id)
				.param("name", platform.name()).param("place", platform.place()).param("age", platform.minimumAge())
				.param("source", known.ageSource()).param("synonyms", platform.synonyms().toArray(String[]::new))
				.param("from", known.from(), java.sql.Types.DATE).param("today", LocalDate.now(clock)).param("by", by.person())
				.param("now", OffsetDateTime.now(clock)).update();
		audit.record(by.board(), by.person(), Recordable.of("policy.platform.ended").with("platform", id));
		shelves.changed(by.board());
	}

	/**
	 * Takes the end back.
	 *
	 * @throws Refused when this board had not ended it
	 */
	@Transactional
	void resume(Actor by, String id) {
		known(by, id);
		int changed = jdbc.sql("update platform set valid_until = null where board_id = :board and id = :id and valid_until is not null")
				.param("board", by.board()).param("id", id).update();
		if (changed == 0)
			throw new Refused("", "policy.platform.not-ended");
		audit.record(by.board(), by.person(), Recordable.of("policy.platform.resumed").with("platform", id));
		shelves.changed(by.board());
	}

	private KnownPlatform known(Actor by, String id) {
		return policies.register(by.board()).stream().filter(known -> known.platform().id().equals(id)).findFirst()
				.orElseThrow(() -> new Refused("", "policy.platform.gone"));
	}

	private static String slug(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
				.replaceAll("[^a-z0-9]+", "-")
				.replaceAll("^-|-$", "");
	}
}
