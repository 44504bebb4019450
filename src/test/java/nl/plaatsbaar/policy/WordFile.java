package nl.plaatsbaar.policy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds the Word files that school offices send: paragraphs with a style and, where asked, automatic numbers. */
final class WordFile {

	private static final String SPACE = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
	private final StringBuilder body = new StringBuilder();

	WordFile heading(int level, String text) {
		return paragraph("<w:pStyle w:val=\"Kop" + level + "\"/>", run(text));
	}

	WordFile numberedHeading(int level, String text) {
		return paragraph("<w:pStyle w:val=\"Kop" + level + "\"/>" + list("2", level - 1), run(text));
	}

	WordFile point(int level, String text) {
		return paragraph(list("1", level), run(text));
	}

	/** The first point of a list that starts counting again. */
	WordFile againPoint(String text) {
		return paragraph(list("4", 0), run(text));
	}

	WordFile bullet(String text) {
		return paragraph(list("3", 0), run(text));
	}

	WordFile prose(String text) {
		return paragraph("", run(text));
	}

	WordFile changed(String before, String deleted, String inserted) {
		return paragraph("",
				run(before) + "<w:del><w:r><w:delText>" + deleted + "</w:delText></w:r></w:del><w:ins>" + run(inserted) + "</w:ins>");
	}

	private static String list(String id, int level) {
		return "<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + id + "\"/></w:numPr>";
	}

	private static String run(String text) {
		return "<w:r><w:t xml:space=\"preserve\">" + text.replace("&", "&amp;").replace("<", "&lt;") + "</w:t></w:r>";
	}

	private WordFile paragraph(String properties, String runs) {
		body.append("<w:p><w:pPr>").append(properties).append("</w:pPr>").append(runs).append("</w:p>");
		return this;
	}

	byte[] bytes() {
		return zip("word/styles.xml", "<w:styles " + SPACE + ">" + style(1) + style(2) + "</w:styles>", "word/numbering.xml", numbering(),
				"word/document.xml", "<w:document " + SPACE + "><w:body>" + body + "</w:body></w:document>");
	}

	private static String style(int level) {
		return "<w:style w:type=\"paragraph\" w:styleId=\"Kop" + level + "\"><w:name w:val=\"heading " + level
				+ "\"/><w:pPr><w:outlineLvl w:val=\""
				+ (level - 1) + "\"/></w:pPr></w:style>";
	}

	private static String numbering() {
		return "<w:numbering " + SPACE + ">" + abstractNum("10", level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))
				+ abstractNum("20", level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2"))
				+ abstractNum("30", level(0, "bullet", "•"))
				+ num("1", "10", "") + num("2", "20", "") + num("3", "30", "")
				+ num("4", "10", "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>") + "</w:numbering>";
	}

	private static String abstractNum(String id, String... levels) {
		return "<w:abstractNum w:abstractNumId=\"" + id + "\">" + String.join("", levels) + "</w:abstractNum>";
	}

	private static String level(int level, String format, String pattern) {
		return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\"" + pattern
				+ "\"/></w:lvl>";
	}

	private static String num(String id, String definition, String override) {
		return "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + definition + "\"/>" + override + "</w:num>";
	}

	static byte[] zip(String... namesAndContents) {
		var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out)) {
			for (int i = 0; i < namesAndContents.length; i += 2) {
				zip.putNextEntry(new ZipEntry(namesAndContents[i]));
				zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
			}
		} catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return out.toByteArray();
	}
}
