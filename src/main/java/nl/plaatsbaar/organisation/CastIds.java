package nl.plaatsbaar.organisation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/**
 * The ids of a board with the cast in it. They follow from the names in the file, so a link into the demo keeps working and a
 * test need not search. Number 0 is the demo; any other is one more board with the same people.
 */
record CastIds(int number) {

	UUID board() {
		return id("board");
	}

	UUID school(String key) {
		return id("school " + key);
	}

	UUID group(String school, String name) {
		return id("group " + school + " " + name);
	}

	UUID person(String key) {
		return id("person " + key);
	}

	String boardName(CastFile cast) {
		return number == 0 ? cast.board() : cast.board() + " " + number;
	}

	String slug(String school) {
		return number == 0 ? school : school + "-" + number;
	}

	String email(CastFile cast, CastFile.Member member) {
		var name = member.name();
		return letters(name.first()) + "." + letters(name.prefix() + name.surname()) + "@" + (number == 0 ? "" : "bestuur" + number + ".")
				+ cast.mail();
	}

	private static String letters(String name) {
		return Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('ı', 'i'), Normalizer.Form.NFD).replaceAll("[^a-z]", "");
	}

	/** Laid out as a UUIDv7 like all others; its moment is fixed and its chance is the name. */
	private UUID id(String name) {
		try {
			var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest((number + " " + name).getBytes(StandardCharsets.UTF_8)));
			return new UUID(MOMENT << 16 | 0x7000 | hash.getLong() & 0xFFF, hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static final long MOMENT = 1_767_225_600_000L;
}
