package nl.plaatsbaar.rules;

import java.io.StringWriter;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML that people can read too: one element on a line, indented. */
final class Xml {

	private interface Writing {
		void write() throws XMLStreamException;
	}

	private final StringWriter text = new StringWriter();
	private final XMLStreamWriter out;
	private int depth;

	Xml(String namespace, String root, String... attributes) {
		try {
			out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
			out.writeStartDocument("UTF-8", "1.0");
			out.writeCharacters("\n");
			out.writeStartElement(root);
			out.writeDefaultNamespace(namespace);
			attributes(attributes);
			depth = 1;
		} catch (XMLStreamException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	Xml open(String name, String... attributes) {
		return writing(() -> {
			newLine();
			out.writeStartElement(name);
			attributes(attributes);
			depth++;
		});
	}

	Xml close() {
		return writing(() -> {
			depth--;
			newLine();
			out.writeEndElement();
		});
	}

	Xml empty(String name, String... attributes) {
		return writing(() -> {
			newLine();
			out.writeEmptyElement(name);
			attributes(attributes);
		});
	}

	Xml text(String name, String content, String... attributes) {
		return writing(() -> {
			newLine();
			out.writeStartElement(name);
			attributes(attributes);
			out.writeCharacters(content);
			out.writeEndElement();
		});
	}

	String finish() {
		while (depth > 0)
			close();
		writing(out::close);
		return text.append('\n').toString();
	}

	private void attributes(String... attributes) throws XMLStreamException {
		for (int i = 0; i < attributes.length; i += 2)
			out.writeAttribute(attributes[i], attributes[i + 1]);
	}

	private void newLine() throws XMLStreamException {
		out.writeCharacters("\n" + "\t".repeat(depth));
	}

	private Xml writing(Writing writing) {
		try {
			writing.write();
			return this;
		} catch (XMLStreamException impossible) {
			throw new IllegalStateException(impossible);
		}
	}
}
