package nl.plaatsbaar.bench;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** A question as JSON; its words hold nothing that needs escaping. */
final class Json {

	private Json() {}

	static byte[] write(Object value) {
		return text(value).getBytes(StandardCharsets.UTF_8);
	}

	private static String text(Object value) {
		return switch (value) {
			case Map<?, ?> map -> map.entrySet().stream().map(entry -> text(entry.getKey()) + ":" + text(entry.getValue()))
					.collect(Collectors.joining(",", "{", "}"));
			case Collection<?> many -> many.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
			case Boolean yes -> yes.toString();
			default -> '"' + value.toString() + '"';
		};
	}
}
