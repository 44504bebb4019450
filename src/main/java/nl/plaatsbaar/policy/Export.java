package nl.plaatsbaar.policy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import nl.plaatsbaar.rules.AkomaNtosoExport;
import nl.plaatsbaar.rules.DmnExport;
import nl.plaatsbaar.rules.OdrlExport;
import nl.plaatsbaar.rules.PolicyFile;

/** A policy in the standards other programs read: its rules as decision tables, its text, and its rules as permissions. */
enum Export {

	DMN("dmn", "application/xml", ".dmn", DmnExport::write), AKOMA_NTOSO("akn", "application/akn+xml", ".akn.xml",
			AkomaNtosoExport::write), ODRL("odrl", "application/ld+json", ".odrl.jsonld", OdrlExport::write);

	private final String word;
	private final String mediaType;
	private final String ending;
	private final Function<PolicyFile, String> writer;

	Export(String word, String mediaType, String ending, Function<PolicyFile, String> writer) {
		this.word = word;
		this.mediaType = mediaType;
		this.ending = ending;
		this.writer = writer;
	}

	/** By its word in an address. */
	static Optional<Export> ofWord(String word) {
		return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
	}

	String mediaType() {
		return mediaType;
	}

	String fileName(PolicyVersion version) {
		return version.policy() + "-" + version.from() + ending;
	}

	byte[] of(PolicyVersion version) {
		return writer.apply(version.file()).getBytes(StandardCharsets.UTF_8);
	}
}
