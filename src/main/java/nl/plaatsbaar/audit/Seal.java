package nl.plaatsbaar.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The seal of an entry: SHA-256 over the seal before it and everything the entry says, each part with its length in front. */
final class Seal {

	/** What stands before the first entry. */
	static final byte[] NOTHING = new byte[32];

	private final MessageDigest digest;

	private Seal() {
		try {
			digest = MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}

	static byte[] of(byte[] previous, UUID board, AuditEntry entry) {
		var seal = new Seal();
		seal.digest.update(previous);
		seal.add(board).add(entry.seq()).add(entry.at()).add(entry.person()).add(entry.what()).add(entry.subjectKind())
				.add(entry.subject());
		for (Map.Entry<String, String> detail : new TreeMap<>(entry.details()).entrySet())
			seal.add(detail.getKey()).add(detail.getValue());
		return seal.digest.digest();
	}

	/** The length in front keeps "ab" + "c" apart from "a" + "bc", and nothing apart from an empty text. */
	private Seal add(@Nullable Object part) {
		var bytes = part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
		digest.update(((part == null ? "-" : bytes.length) + ":").getBytes(StandardCharsets.UTF_8));
		digest.update(bytes);
		return this;
	}
}
