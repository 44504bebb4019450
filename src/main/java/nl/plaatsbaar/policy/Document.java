package nl.plaatsbaar.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import nl.plaatsbaar.policy.UnreadableDocument.Reason;

/**
 * The text of an uploaded policy, and the blocks it falls apart into. What a file is, is seen from its content: names and media types
 * are whatever the sender's computer made of them.
 */
record Document(Kind kind, String text, List<Block> blocks) {

	static final int MOST_BYTES = 10 * 1024 * 1024;

	enum Kind {
		MARKDOWN, WORD, PDF
	}

	static Document read(byte[] bytes) throws UnreadableDocument {
		if (bytes.length == 0)
			throw new UnreadableDocument(Reason.EMPTY);
		if (bytes.length > MOST_BYTES)
			throw new UnreadableDocument(Reason.TOO_LARGE);
		var document = open(bytes);
		if (document.text().isBlank())
			throw new UnreadableDocument(Reason.NO_TEXT);
		return document;
	}

	private static Document open(byte[] bytes) throws UnreadableDocument {
		if (startsWith(bytes, '%', 'P', 'D', 'F', '-'))
			return of(Kind.PDF, PdfDocument.read(bytes));
		if (startsWith(bytes, 'P', 'K', 3, 4))
			return of(Kind.WORD, WordDocument.read(bytes));
		if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0))
			throw new UnreadableDocument(Reason.OLD_WORD);
		var text = utf8(bytes);
		return new Document(Kind.MARKDOWN, text, MarkdownDocument.read(text));
	}

	private static Document of(Kind kind, List<Block> blocks) {
		return new Document(kind, blocks.stream().map(Document::line).collect(Collectors.joining("\n\n")), blocks);
	}

	private static String line(Block block) {
		return switch (block) {
			case Block.Heading(_, var number, var text) -> number == null ? text : number + ". " + text;
			case Block.Point(_, var number, var text) -> (number == null ? "- " : number + ". ") + text;
			case Block.Prose(var text) -> text;
		};
	}

	private static boolean startsWith(byte[] bytes, int... signature) {
		if (bytes.length < signature.length)
			return false;
		for (int i = 0; i < signature.length; i++)
			if ((bytes[i] & 0xFF) != signature[i])
				return false;
		return true;
	}

	private static String utf8(byte[] bytes) throws UnreadableDocument {
		String text;
		try {
			text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		} catch (CharacterCodingException notText) {
			throw new UnreadableDocument(looksLikeText(bytes) ? Reason.NOT_UTF8 : Reason.UNKNOWN_KIND, notText);
		}
		if (text.indexOf('\0') >= 0)
			throw new UnreadableDocument(Reason.UNKNOWN_KIND);
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	private static boolean looksLikeText(byte[] bytes) {
		for (byte b : bytes)
			if (b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f')
				return false;
		return true;
	}
}
