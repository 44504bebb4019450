package nl.plaatsbaar.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that is polite until a mail is offered, and then gives these two answers: to DATA, and to the mail itself. */
final class MumblingServer implements AutoCloseable {

	static final String HANGS_UP = "";

	private final ServerSocket door;
	private final String toData;
	private final String toMail;

	MumblingServer(String toData, String toMail) {
		this.toData = toData;
		this.toMail = toMail;
		try {
			door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		Thread.ofVirtual().start(this::serve);
	}

	int port() {
		return door.getLocalPort();
	}

	private void serve() {
		while (!door.isClosed())
			try (var visitor = door.accept()) {
				talk(visitor);
			} catch (IOException _) {
				// the visitor left, or the door was closed
			}
	}

	private void talk(Socket visitor) throws IOException {
		var heard = new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
		say(visitor, "220 mumble");
		for (var line = heard.readLine(); line != null; line = heard.readLine()) {
			if (line.equals("DATA")) {
				say(visitor, toData);
			} else if (line.equals(".")) {
				if (toMail.equals(HANGS_UP))
					return;
				say(visitor, toMail);
			} else if (line.matches("(EHLO|HELO|MAIL|RCPT|RSET|QUIT).*")) {
				say(visitor, "250 fine");
			}
		}
	}

	private static void say(Socket visitor, String words) throws IOException {
		visitor.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
		visitor.getOutputStream().flush();
	}

	@Override
	public void close() {
		try {
			door.close();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
