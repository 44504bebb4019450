package nl.plaatsbaar.web;

/**
 * A door on the start page.
 *
 * @param detail a few words on what is behind it
 * @param icon the name of a symbol in static/icons.svg, for example chat, camera, book, bell, hand, people
 */
public record Tile(String title, String detail, String link, String icon) {
}
