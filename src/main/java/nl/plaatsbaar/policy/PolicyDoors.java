package nl.plaatsbaar.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.organisation.Organisation;
import nl.plaatsbaar.web.Task;
import nl.plaatsbaar.web.TaskSource;
import nl.plaatsbaar.web.Tile;
import nl.plaatsbaar.web.TileSource;
import nl.plaatsbaar.web.Tone;

/** The doors to the policy on the start page, and what its keepers should not forget. */
@Component
@Order(30)
class PolicyDoors implements TileSource, TaskSource {

	/** An evaluation with councils takes about this long. */
	private static final int MONTHS_AHEAD = 6;

	private final Policies policies;
	private final Organisation organisation;
	private final MessageSource messages;
	private final Clock clock;

	PolicyDoors(Policies policies, Organisation organisation, MessageSource messages, Clock clock) {
		this.policies = policies;
		this.organisation = organisation;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public List<Tile> tilesFor(Actor actor, Locale locale) {
		var words = new Words(messages, locale);
		var tiles = new ArrayList<Tile>();
		tiles.add(new Tile(words.say("policy.tile.title"), words.say("policy.tile.detail"), "/beleid", "book"));
		organisation.schools(actor.board()).stream()
				.filter(school -> actor.may(Role.PRINCIPAL, school.id()) || actor.may(Role.LEADERSHIP, school.id()))
				.forEach(school -> tiles
						.add(new Tile(words.say("policy.tile.additions"), school.name(), "/scholen/" + school.slug() + "/aanvullingen",
								"pencil")));
		return tiles;
	}

	@Override
	public List<Task> tasksFor(Actor actor) {
		if (!PolicyPages.writes(actor))
			return List.of();
		var words = new Words(messages, LocaleContextHolder.getLocale());
		var today = LocalDate.now(clock);
		var version = policies.inForce(actor.board(), today);
		if (version.isEmpty())
			return List.of(new Task(words.say("policy.task.none"), words.say("policy.task.none.detail"), "/beleid/vaststellen",
					words.say("policy.task.none.chip"), Tone.NO));
		var until = version.get().until();
		if (until == null || until.isAfter(today.plusMonths(MONTHS_AHEAD)))
			return List.of();
		return List.of(
				new Task(words.say("policy.task.expiry", words.day(until)), words.say("policy.task.expiry.detail", version.get().name()),
						"/beleid/" + version.get().policy(), words.say("policy.task.expiry.chip"), Tone.ASK));
	}
}
