package nl.plaatsbaar.policy.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.organisation.Organisation;
import nl.plaatsbaar.web.Task;
import nl.plaatsbaar.web.TaskSource;
import nl.plaatsbaar.web.Tile;
import nl.plaatsbaar.web.TileSource;
import nl.plaatsbaar.web.Tone;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What "Mag dit?" hangs on the start page: the question itself first, and doubts that wait for an answer or got one. */
@Component
@Order(0)
class AdviceOnStart implements TileSource, TaskSource {

	private static final int FEW = 3;

	private final Doubts doubts;
	private final Organisation organisation;
	private final MessageSource words;

	AdviceOnStart(Doubts doubts, Organisation organisation, MessageSource words) {
		this.doubts = doubts;
		this.organisation = organisation;
		this.words = words;
	}

	@Override
	public List<Tile> tilesFor(Actor actor, Locale locale) {
		var tiles = new ArrayList<>(List.of(tile("advice.title", "advice.tile.detail", "/mag-dit", "chat", locale),
				tile("advice.tile.doubts", "advice.tile.doubts.detail", "/twijfel", "help", locale)));
		if (actor.hasAny(Staff.POLICY_MAKERS)) {
			tiles.add(tile("advice.tile.changes", "advice.tile.changes.detail", "/wat-verandert", "scale", locale));
			tiles.add(tile("advice.tile.compare", "advice.tile.compare.detail", "/vergelijk", "list", locale));
		}
		return tiles;
	}

	@Override
	public List<Task> tasksFor(Actor actor) {
		var toAnswer = doubts.askedOf(actor.board(), actor.person()).stream().filter(Doubt::isOpen)
				.map(doubt -> task(doubt, organisation.person(actor.board(), doubt.asker()).name(), "advice.task.answer", Tone.ASK));
		var answered = doubts.askedBy(actor.board(), actor.person()).stream().filter(doubt -> !doubt.isOpen()).limit(FEW)
				.map(doubt -> task(doubt, organisation.person(actor.board(), doubt.addressee()).name(), "advice.doubts.answered",
						Tone.YES));
		return Stream.concat(toAnswer, answered).toList();
	}

	private Task task(Doubt doubt, String who, String chip, Tone tone) {
		return new Task(doubt.situation(), who, "/twijfel/" + doubt.id(), words.getMessage(chip, null, LocaleContextHolder.getLocale()),
				tone);
	}

	private Tile tile(String title, String detail, String link, String icon, Locale locale) {
		return new Tile(words.getMessage(title, null, locale), words.getMessage(detail, null, locale), link, icon);
	}
}
