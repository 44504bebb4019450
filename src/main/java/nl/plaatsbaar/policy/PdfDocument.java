package nl.plaatsbaar.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

import nl.plaatsbaar.policy.UnreadableDocument.Reason;

/**
 * The paragraphs of a PDF. A PDF only knows where letters stand, so headings are guessed from their size and weight and paragraphs from
 * the white between lines; whoever imports it corrects the guess.
 */
final class PdfDocument {

	private static final int MOST_PAGES = 200;
	private static final long MOST_MEMORY = 128L * 1024 * 1024;
	private static final Pattern BULLET = Pattern.compile("^[•●▪◦‣·*–—✓➢\uF0B7o-]\\s+");
	private static final Pattern PAGE_NUMBER = Pattern.compile("(?i)(pagina|page|blz\\.?)?\\s*\\d{1,3}(\\s*(van|/|of)\\s*\\d{1,3})?");

	private record Line(String text, float size, boolean bold, float x, float y, int page) {
	}

	static List<Block> read(byte[] bytes) throws UnreadableDocument {
		try (var pdf = Loader.loadPDF(bytes, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache)) {
			if (pdf.getNumberOfPages() > MOST_PAGES)
				throw new UnreadableDocument(Reason.TOO_MANY_PAGES);
			var lines = new Lines().of(pdf);
			if (lines.isEmpty())
				throw new UnreadableDocument(Reason.SCANNED_PDF);
			return blocks(withoutRunningHeads(lines, pdf.getNumberOfPages()));
		} catch (InvalidPasswordException locked) {
			throw new UnreadableDocument(Reason.ENCRYPTED_PDF, locked);
		} catch (IOException | RuntimeException broken) {
			// PDFBox answers a damaged file with whatever went wrong first; for the sender it is one thing: this file cannot be read.
			throw new UnreadableDocument(Reason.BROKEN_PDF, broken);
		}
	}

	private static final class Lines extends PDFTextStripper {

		private final List<Line> lines = new ArrayList<>();
		private final StringBuilder text = new StringBuilder();
		private @Nullable TextPosition first;
		private int letters;
		private int boldLetters;

		Lines() {
			setSortByPosition(true);
		}

		List<Line> of(PDDocument pdf) throws IOException {
			getText(pdf);
			return lines;
		}

		@Override
		protected void writeString(String word, List<TextPosition> positions) {
			if (first == null && !positions.isEmpty())
				first = positions.getFirst();
			text.append(word);
			letters += positions.size();
			boldLetters += (int) positions.stream().filter(Lines::bold).count();
		}

		private static boolean bold(TextPosition position) {
			var font = position.getFont();
			var name = font == null || font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
			return name.contains("bold") || name.contains("black") || name.contains("heavy");
		}

		@Override
		protected void writeWordSeparator() {
			text.append(' ');
		}

		@Override
		protected void writeLineSeparator() {
			end();
		}

		@Override
		protected void writePageEnd() {
			end();
		}

		private void end() {
			var at = first;
			var line = text.toString().replace("\u00AD", "").replaceAll("\\s+", " ").strip();
			if (at != null && !line.isEmpty())
				lines.add(new Line(line, Math.round(at.getFontSizeInPt() * 2) / 2f, boldLetters * 10 > letters * 9, at.getXDirAdj(),
						at.getYDirAdj(),
						getCurrentPageNo()));
			text.setLength(0);
			first = null;
			letters = boldLetters = 0;
		}
	}

	// What stands at the top or foot of most pages is the stationery, not the policy.
	private static List<Line> withoutRunningHeads(List<Line> lines, int pages) {
		Map<String, Long> pagesWith = lines.stream().collect(
				Collectors.groupingBy(Line::text,
						Collectors.mapping(Line::page, Collectors.collectingAndThen(Collectors.toSet(), set -> (long) set.size()))));
		return lines.stream().filter(line -> pages < 3 || pagesWith.getOrDefault(line.text(), 0L) * 2 <= pages)
				.filter(line -> !PAGE_NUMBER.matcher(line.text()).matches()).toList();
	}

	private static List<Block> blocks(List<Line> lines) {
		var blocks = new ArrayList<Block>();
		if (lines.isEmpty())
			return blocks;
		float body = mostUsedSize(lines);
		var headingSizes = lines.stream().map(Line::size).filter(size -> size > body * 1.1f)
				.collect(Collectors.toCollection(() -> new TreeSet<Float>(Comparator.reverseOrder())));
		float leading = mostUsedLeading(lines);
		var paragraph = new StringBuilder();
		Line previous = null;
		for (var line : lines) {
			if (previous != null && startsAnew(previous, line, leading, body)) {
				blocks.add(block(paragraph.toString(), previous, body, headingSizes));
				paragraph.setLength(0);
			}
			join(paragraph, line.text());
			previous = line;
		}
		if (previous != null)
			blocks.add(block(paragraph.toString(), previous, body, headingSizes));
		return blocks;
	}

	private static float mostUsedSize(List<Line> lines) {
		var letters = new HashMap<Float, Integer>();
		lines.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
		return letters.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
	}

	private static float mostUsedLeading(List<Line> lines) {
		var seen = new HashMap<Integer, Integer>();
		for (int i = 1; i < lines.size(); i++)
			if (lines.get(i).page() == lines.get(i - 1).page() && lines.get(i).y() > lines.get(i - 1).y())
				seen.merge(Math.round(lines.get(i).y() - lines.get(i - 1).y()), 1, Integer::sum);
		return seen.entrySet().stream().max(Map.Entry.comparingByValue()).map(e -> (float) e.getKey()).orElse(14f);
	}

	private static boolean startsAnew(Line previous, Line line, float leading, float body) {
		if (previous.size() != line.size() || previous.bold() != line.bold())
			return true;
		if (Numbering.of(line.text()) != null || BULLET.matcher(line.text()).find())
			return true;
		if (previous.page() != line.page())
			return previous.text().matches(".*[.!?:]$");
		return line.y() - previous.y() > Math.max(leading, body) * 1.35f;
	}

	private static void join(StringBuilder paragraph, String line) {
		int end = paragraph.length();
		if (end > 1 && paragraph.charAt(end - 1) == '-' && Character.isLetter(paragraph.charAt(end - 2))
				&& Character.isLowerCase(line.charAt(0)))
			paragraph.setLength(end - 1);
		else if (end > 0)
			paragraph.append(' ');
		paragraph.append(line);
	}

	private static Block block(String text, Line line, float body, TreeSet<Float> headingSizes) {
		if (line.size() > body * 1.1f && text.length() < 150)
			return new Block.Heading(1 + headingSizes.headSet(line.size()).size(), null, text);
		if (line.bold() && text.length() < 90 && !text.endsWith("."))
			return new Block.Heading(1 + headingSizes.size(), null, text);
		var bullet = BULLET.matcher(text);
		return bullet.find() ? new Block.Point(0, null, text.substring(bullet.end())) : new Block.Prose(text);
	}
}
