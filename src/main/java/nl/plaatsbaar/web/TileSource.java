package nl.plaatsbaar.web;

import java.util.List;
import java.util.Locale;

import nl.plaatsbaar.access.Actor;

/** Hangs doors on the start page, only those this actor may open. Sources show in the order of their {@code @Order}. */
public interface TileSource {

	List<Tile> tilesFor(Actor actor, Locale locale);
}
