package nl.plaatsbaar.policy;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import nl.plaatsbaar.Site;

/** Fills in forms as a browser does: opens the page first, sends every field as often as it was chosen, and files as they are. */
final class Forms {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
	private static final String LINE = "------plaatsbaar";

	private Forms() {
	}

	/** Fields and values by turns. */
	static Site.Answer send(Site.Visitor who, String page, String action, String... fields) {
		var all = IntStream.range(0, fields.length / 2).mapToObj(i -> encoded(fields[2 * i]) + "=" + encoded(fields[2 * i + 1]))
				.collect(Collectors.joining("&"));
		return who.send("POST", action, all + "&_csrf=" + encoded(token(who, page)),
				Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"));
	}

	/** Sends a file whose bytes are letters of ISO 8859-1, one for one. */
	static Site.Answer upload(Site.Visitor who, String page, String action, String name, byte[] file) {
		var body = LINE + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token(who, page) + "\r\n" + LINE
				+ "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
				+ "\"\r\nContent-Type: application/octet-stream\r\n"
				+ "Content-Transfer-Encoding: binary\r\n\r\n";
		return who.sendBytes(action,
				concat(body.getBytes(StandardCharsets.UTF_8), file, ("\r\n" + LINE + "--\r\n").getBytes(StandardCharsets.UTF_8)),
				"multipart/form-data; boundary=" + LINE.substring(2));
	}

	private static byte[] concat(byte[]... parts) {
		var out = new ByteArrayOutputStream();
		for (var part : parts)
			out.writeBytes(part);
		return out.toByteArray();
	}

	private static String token(Site.Visitor who, String page) {
		var found = TOKEN.matcher(who.get(page).body());
		if (!found.find())
			throw new AssertionError("no form on " + page);
		return found.group(1);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}
}
