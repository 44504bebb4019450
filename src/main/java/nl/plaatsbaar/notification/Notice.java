package nl.plaatsbaar.notification;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A message to one person.
 *
 * @param email where to mail it as well; nothing means the inbox only
 * @param subject one line, plain text
 * @param body plain text, paragraphs parted by an empty line
 * @param link where the reader can act on it, a path within this site ({@code /beleid/osvs-2025}), or nothing
 * @param key what this message is about, made by the sender; the same key never reaches the same person twice
 */
public record Notice(UUID board, UUID person, @Nullable String email, String subject, String body, @Nullable String link, String key) {

	public Notice {
		if (subject.isBlank() || subject.lines().count() > 1)
			throw new IllegalArgumentException("a subject is one line of text, this is '%s'".formatted(subject));
		if (key.isBlank())
			throw new IllegalArgumentException("a notice needs a key, or it could be sent twice");
		if (link != null && (!link.startsWith("/") || link.startsWith("//")))
			throw new IllegalArgumentException("a link stays within this site and starts with one '/', this is '%s'".formatted(link));
	}
}
