package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import nl.plaatsbaar.rules.UnreadablePolicy.Problem;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML as a tree that knows where everything stands. It is built from the parser's events, so that a file made to do harm (endless
 * nesting, references to references) is refused while it is being read.
 */
final class YamlTree {

	sealed interface Node {
		int line();

		int column();
	}

	record Scalar(String text, int line, int column) implements Node {}

	record Items(List<Node> nodes, int line, int column) implements Node {}

	record Entries(List<Entry> entries, int line, int column) implements Node {}

	record Entry(Scalar key, Node value) {}

	private static final int MOST_CHARACTERS = 1_000_000;
	private static final int DEEPEST = 24;

	private final Iterator<Event> events;

	private YamlTree(Iterator<Event> events) {
		this.events = events;
	}

	static Node read(String yaml) throws UnreadablePolicy {
		if (yaml.length() > MOST_CHARACTERS)
			throw refused(1, 1, "Het bestand is te groot: hoogstens %,d tekens.".formatted(MOST_CHARACTERS));
		var text = yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
		var settings = LoadSettings.builder().setParseComments(false).setCodePointLimit(4 * MOST_CHARACTERS).build();
		try {
			return new YamlTree(new Parse(settings).parseString(text).iterator()).document();
		} catch (MarkedYamlEngineException broken) {
			var mark = broken.getProblemMark().or(broken::getContextMark);
			throw refused(line(mark), column(mark), inDutch(broken.getProblem() == null ? "" : broken.getProblem()));
		} catch (YamlEngineException broken) {
			throw refused(1, 1, inDutch(String.valueOf(broken.getMessage())));
		}
	}

	private Node document() throws UnreadablePolicy {
		var event = next();
		while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart)
			event = next();
		if (event.getEventId() == Event.ID.StreamEnd)
			throw refused(1, 1, "Het bestand is leeg. Een beleidsbestand begint met `beleid:`.");
		var root = node(event, 0);
		next();
		var after = next();
		if (after.getEventId() != Event.ID.StreamEnd)
			throw refused(line(after.getStartMark()), 1, "Na `---` begint een tweede document. Eén bestand is één versie van één beleid.");
		return root;
	}

	private Event next() {
		return events.next();
	}

	private Node node(Event event, int depth) throws UnreadablePolicy {
		int line = line(event.getStartMark());
		int column = column(event.getStartMark());
		if (event instanceof AliasEvent || (event instanceof NodeEvent named && named.getAnchor().isPresent()))
			throw refused(line, column,
					"Verwijzingen (`&` en `*`) kunnen hier niet; schrijf het voluit of zet de tekst tussen aanhalingstekens.");
		if (depth > DEEPEST)
			throw refused(line, column, "Dit is te diep genest.");
		if (event instanceof ScalarEvent scalar)
			return new Scalar(scalar.getValue(), line, column);
		if (event instanceof CollectionStartEvent && event.getEventId() == Event.ID.SequenceStart)
			return items(line, column, depth);
		return entries(line, column, depth);
	}

	private Items items(int line, int column, int depth) throws UnreadablePolicy {
		var nodes = new ArrayList<Node>();
		for (var event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next())
			nodes.add(node(event, depth + 1));
		return new Items(nodes, line, column);
	}

	private Entries entries(int line, int column, int depth) throws UnreadablePolicy {
		var entries = new ArrayList<Entry>();
		for (var event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
			if (!(node(event, depth + 1) instanceof Scalar key))
				throw refused(line(event.getStartMark()), column(event.getStartMark()),
						"Hier hoort een woord met een dubbele punt erachter.");
			entries.add(new Entry(key, node(next(), depth + 1)));
		}
		return new Entries(entries, line, column);
	}

	private static UnreadablePolicy refused(int line, int column, String message) {
		return new UnreadablePolicy(List.of(new Problem(line, column, message)));
	}

	private static int line(Optional<Mark> mark) {
		return mark.map(m -> m.getLine() + 1).orElse(1);
	}

	private static int column(Optional<Mark> mark) {
		return mark.map(m -> m.getColumn() + 1).orElse(1);
	}

	private static String inDutch(String problem) {
		if (problem.contains("TAB"))
			return "Hier staat een tab. Spring in met spaties.";
		if (problem.contains("expected <block end>") || problem.contains("mapping values are not allowed"))
			return "Dit past niet in de opbouw. Meestal klopt het inspringen niet, of een zin met een dubbele punt mist aanhalingstekens.";
		if (problem.contains("could not find expected ':'"))
			return "Hier ontbreekt een dubbele punt na het woord, of een tekst over meer regels mist aanhalingstekens.";
		if (problem.contains("found unexpected end of stream"))
			return "Een tekst tussen aanhalingstekens wordt niet afgesloten.";
		if (problem.contains("expected ',' or"))
			return "Een lijst of groep wordt niet goed afgesloten: hier hoort een komma, `]` of `}`.";
		if (problem.contains("special characters"))
			return "Hier staat een teken dat niet in een tekst hoort (een besturingsteken).";
		return "Dit is geen goede YAML (%s).".formatted(problem.replaceAll("\\s+", " ").strip());
	}
}
