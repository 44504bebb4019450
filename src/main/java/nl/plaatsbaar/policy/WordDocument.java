package nl.plaatsbaar.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import nl.plaatsbaar.policy.UnreadableDocument.Reason;

/**
 * The paragraphs of a Word file. Word keeps the numbers people see apart from the text, so they are counted here as Word counts them.
 * Deleted text of tracked changes, tables of contents, headers and footers are left out.
 */
final class WordDocument {

	private static final int MOST_UNPACKED = 32 * 1024 * 1024;
	private static final Set<String> PARTS = Set.of("word/document.xml", "word/numbering.xml", "word/styles.xml");
	private static final Set<String> NOT_IN_THE_TEXT = Set.of("del", "moveFrom", "Fallback", "instrText", "pict");

	private final Map<String, Style> styles;
	private final WordNumbering numbering;
	private final List<Block> blocks = new ArrayList<>();

	private record Style(String name, @Nullable String basedOn, @Nullable Integer outline, @Nullable String numId, int level) {
	}

	private WordDocument(Map<String, Style> styles, WordNumbering numbering) {
		this.styles = styles;
		this.numbering = numbering;
	}

	static List<Block> read(byte[] zip) throws UnreadableDocument {
		try {
			var parts = unpack(zip);
			var text = parts.get("word/document.xml");
			if (text == null)
				throw new UnreadableDocument(parts.containsKey("mimetype") ? Reason.OPEN_DOCUMENT : Reason.UNKNOWN_KIND);
			var document = new WordDocument(styles(parts.get("word/styles.xml")), WordNumbering.read(parts.get("word/numbering.xml")));
			document.body(text);
			return document.blocks;
		} catch (IOException | XMLStreamException | IllegalArgumentException broken) {
			throw new UnreadableDocument(Reason.BROKEN_WORD, broken);
		}
	}

	// Only the parts that carry text are unpacked, and never more than a policy could need: a small zip can hold a very large nothing.
	private static Map<String, byte[]> unpack(byte[] zip) throws IOException, UnreadableDocument {
		var parts = new HashMap<String, byte[]>();
		int room = MOST_UNPACKED;
		try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				if (entry.getName().equals("mimetype"))
					parts.put("mimetype", new byte[0]);
				var content = in.readNBytes(room + 1);
				if (content.length > room)
					throw new UnreadableDocument(Reason.TOO_LARGE_UNPACKED);
				room -= content.length;
				if (PARTS.contains(entry.getName()) && parts.put(entry.getName(), content) != null)
					throw new ZipException("the same part twice");
			}
		}
		return parts;
	}

	/** A reader that fetches nothing from elsewhere and expands no entities. */
	static XMLStreamReader open(byte[] xml) throws XMLStreamException {
		var factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
	}

	static @Nullable String value(XMLStreamReader xml, String attribute) {
		for (int i = 0; i < xml.getAttributeCount(); i++)
			if (xml.getAttributeLocalName(i).equals(attribute))
				return xml.getAttributeValue(i);
		return null;
	}

	private static Map<String, Style> styles(byte @Nullable [] part) throws XMLStreamException {
		var styles = new HashMap<String, Style>();
		if (part == null)
			return styles;
		var xml = open(part);
		String id = "", name = "", basedOn = null, numId = null;
		Integer outline = null;
		int level = 0;
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				var given = value(xml, "val");
				switch (xml.getLocalName()) {
					case "style" -> {
						id = String.valueOf(value(xml, "styleId"));
						name = "";
						basedOn = numId = null;
						outline = null;
						level = 0;
					}
					case "name" -> name = String.valueOf(given);
					case "basedOn" -> basedOn = given;
					case "outlineLvl" -> outline = number(given);
					case "numId" -> numId = given;
					case "ilvl" -> level = number(given);
					default -> {
					}
				}
			} else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("style"))
				styles.put(id, new Style(name, basedOn, outline, numId, level));
		}
		return styles;
	}

	private static int number(@Nullable String digits) {
		return digits == null ? 0 : Integer.parseInt(digits);
	}

	private static final class Paragraph {
		final StringBuilder text = new StringBuilder();
		@Nullable
		String style;
		@Nullable
		String numId;
		@Nullable
		Integer level;
		@Nullable
		Integer outline;
	}

	private void body(byte[] part) throws XMLStreamException {
		var xml = open(part);
		var open = new ArrayList<Paragraph>(); // a text box holds paragraphs inside a paragraph
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				if (NOT_IN_THE_TEXT.contains(xml.getLocalName()))
					skip(xml);
				else if (xml.getLocalName().equals("p"))
					open.add(new Paragraph());
				else if (!open.isEmpty())
					inside(open.getLast(), xml);
			} else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("p") && !open.isEmpty())
				add(open.removeLast());
		}
	}

	private static void skip(XMLStreamReader xml) throws XMLStreamException {
		for (int depth = 1; depth > 0;) {
			int event = xml.next();
			if (event == XMLStreamConstants.START_ELEMENT)
				depth++;
			else if (event == XMLStreamConstants.END_ELEMENT)
				depth--;
		}
	}

	private static void inside(Paragraph paragraph, XMLStreamReader xml) throws XMLStreamException {
		switch (xml.getLocalName()) {
			case "pStyle" -> paragraph.style = value(xml, "val");
			case "numId" -> paragraph.numId = value(xml, "val");
			case "ilvl" -> paragraph.level = number(value(xml, "val"));
			case "outlineLvl" -> paragraph.outline = number(value(xml, "val"));
			case "t" -> paragraph.text.append(xml.getElementText());
			case "br", "cr" -> paragraph.text.append('\n');
			case "noBreakHyphen" -> paragraph.text.append('-');
			case "tab" -> paragraph.text.append(' ');
			default -> {
			}
		}
	}

	private void add(Paragraph paragraph) {
		var text = paragraph.text.toString().strip();
		var style = style(paragraph.style);
		var named = style == null ? "" : style.name().toLowerCase(Locale.ROOT);
		if (text.isEmpty() || named.startsWith("toc ") || named.startsWith("inhopg"))
			return;
		var numId = paragraph.numId != null ? paragraph.numId : inheritedNumId(style);
		int level = paragraph.level != null ? paragraph.level : inheritedLevel(style);
		var list = numId == null || numId.equals("0") ? null : numId;
		var number = list == null ? null : numbering.next(list, level);
		var heading = headingLevel(paragraph, style, named);
		if (heading != null)
			blocks.add(new Block.Heading(heading, number, text));
		else if (list != null || named.startsWith("list bullet"))
			blocks.add(new Block.Point(level, number, text));
		else
			blocks.add(new Block.Prose(text));
	}

	private @Nullable Integer headingLevel(Paragraph paragraph, @Nullable Style style, String named) {
		if (named.equals("title") || named.equals("titel"))
			return 0;
		if (paragraph.outline != null)
			return paragraph.outline < 9 ? paragraph.outline + 1 : null;
		int steps = 0;
		for (var s = style; s != null && steps++ < 20; s = style(s.basedOn()))
			if (s.outline() != null)
				return s.outline() < 9 ? s.outline() + 1 : null;
		if (named.matches("(heading|kop) [1-9]"))
			return named.charAt(named.length() - 1) - '0';
		return null;
	}

	private @Nullable String inheritedNumId(@Nullable Style style) {
		int steps = 0;
		for (var s = style; s != null && steps++ < 20; s = style(s.basedOn()))
			if (s.numId() != null)
				return s.numId();
		return null;
	}

	private int inheritedLevel(@Nullable Style style) {
		int steps = 0;
		for (var s = style; s != null && steps++ < 20; s = style(s.basedOn()))
			if (s.numId() != null)
				return s.level();
		return style == null ? 0 : style.level();
	}

	private @Nullable Style style(@Nullable String id) {
		return id == null ? null : styles.get(id);
	}
}
