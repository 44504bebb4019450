package nl.plaatsbaar.web;

/**
 * Something that waits for somebody on the start page, in the language of the reader.
 *
 * @param detail one line below the title; may be empty
 * @param chip one or two words at the end, saying what is asked: "lezen"; may be empty
 */
public record Task(String title, String detail, String link, String chip, Tone tone) {
}
