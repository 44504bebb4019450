package nl.plaatsbaar.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Role;

/** The doors that belong to no module of the school: one's messages, and the log for who watches over it. */
@Component
@Order(100)
class FloorTiles implements TileSource {

	private final MessageSource words;

	FloorTiles(MessageSource words) {
		this.words = words;
	}

	@Override
	public List<Tile> tilesFor(Actor actor, Locale locale) {
		var tiles = new ArrayList<>(List.of(tile("web.messages", "web.tile.messages.detail", "/berichten", "mail", locale)));
		if (actor.hasAny(Role.DPO, Role.EXECUTIVE_DIRECTOR))
			tiles.add(tile("web.tile.log", "web.tile.log.detail", "/logboek", "clock", locale));
		return tiles;
	}

	private Tile tile(String title, String detail, String link, String icon, Locale locale) {
		return new Tile(words.getMessage(title, null, locale), words.getMessage(detail, null, locale), link, icon);
	}
}
