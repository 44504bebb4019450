package nl.plaatsbaar.policy;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/** Markdown, and plain text too: a paragraph is a paragraph in both. */
final class MarkdownDocument {

	private static final Parser PARSER = Parser.builder().build();
	private static final TextContentRenderer TEXT = TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.COMPACT).build();

	private final List<Block> blocks = new ArrayList<>();

	static List<Block> read(String markdown) {
		try {
			var document = new MarkdownDocument();
			document.children(PARSER.parse(markdown), 0);
			return document.blocks;
		} catch (StackOverflowError nested) {
			// Thousands of quotes in quotes are no policy but somebody's trick; its paragraphs are still shown.
			return markdown.lines().filter(line -> !line.isBlank()).<Block>map(line -> new Block.Prose(line.strip())).toList();
		}
	}

	private void children(Node parent, int listLevel) {
		for (var node = parent.getFirstChild(); node != null; node = node.getNext())
			block(node, listLevel);
	}

	private void block(Node node, int listLevel) {
		switch (node) {
			case Heading heading -> add(new Block.Heading(heading.getLevel(), null, plain(heading)));
			case OrderedList list -> points(list, listLevel, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
			case BulletList list -> points(list, listLevel, null);
			case Paragraph paragraph -> add(new Block.Prose(plain(paragraph)));
			case BlockQuote quote -> children(quote, listLevel);
			case FencedCodeBlock code -> add(new Block.Prose(code.getLiteral()));
			case IndentedCodeBlock code -> add(new Block.Prose(code.getLiteral()));
			case HtmlBlock html -> add(new Block.Prose(html.getLiteral().replaceAll("<[^>]*>", " ")));
			default -> children(node, listLevel);
		}
	}

	private void points(ListBlock list, int level, @Nullable Integer first) {
		int number = first == null ? 0 : first;
		for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
			point(item, level, first == null ? null : String.valueOf(number));
			number++;
		}
	}

	private void point(Node item, int level, @Nullable String number) {
		var first = item.getFirstChild();
		add(new Block.Point(level, number, first instanceof Paragraph ? plain(first) : ""));
		for (var rest = first instanceof Paragraph ? first.getNext() : first; rest != null; rest = rest.getNext())
			block(rest, level + 1);
	}

	private void add(Block block) {
		if (!block.text().isBlank() || block instanceof Block.Point)
			blocks.add(block);
	}

	private static String plain(Node node) {
		return TEXT.render(node).strip();
	}
}
