package nl.plaatsbaar.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection, opened again when the server has had enough of it: just enough HTTP to cost as little as possible beside the server
 * it measures.
 */
final class Connection {

	private final String host;
	private final int port;
	private Socket socket;
	private final byte[] in = new byte[256 * 1024];
	private int filled;
	private int read;

	Connection(String host, int port) throws IOException {
		this.host = host;
		this.port = port;
		socket = open();
	}

	private Socket open() throws IOException {
		var open = new Socket(host, port);
		open.setTcpNoDelay(true);
		open.setSoTimeout(30_000);
		return open;
	}

	/**
	 * Sends a body and reads the answer to its end.
	 *
	 * @param head the request up to the number of Content-Length
	 * @return the status
	 */
	int post(String head, byte[] body) throws IOException {
		var start = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
		var message = new byte[start.length + body.length];
		System.arraycopy(start, 0, message, 0, start.length);
		System.arraycopy(body, 0, message, start.length, body.length);
		socket.getOutputStream().write(message);
		filled = 0;
		read = 0;
		int status = Integer.parseInt(line().substring(9, 12));
		int length = 0;
		boolean chunked = false;
		boolean last = false;
		for (var header = line(); !header.isEmpty(); header = line()) {
			var lower = header.toLowerCase(Locale.ROOT);
			if (lower.startsWith("content-length:"))
				length = Integer.parseInt(lower.substring(15).strip());
			chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
			last |= lower.startsWith("connection:") && lower.contains("close");
		}
		if (chunked)
			chunks();
		else
			skip(length);
		if (last) {
			socket.close();
			socket = open();
		}
		return status;
	}

	private void chunks() throws IOException {
		for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
			skip(size);
			line();
		}
		line();
	}

	private String line() throws IOException {
		for (int i = read;; i++) {
			while (i >= filled)
				fill();
			if (in[i] == '\n') {
				var line = new String(in, read, i - 1 - read, StandardCharsets.US_ASCII);
				read = i + 1;
				return line;
			}
		}
	}

	private void skip(int bytes) throws IOException {
		read += bytes;
		while (read > filled)
			fill();
	}

	private void fill() throws IOException {
		int got = socket.getInputStream().read(in, filled, in.length - filled);
		if (got < 0)
			throw new EOFException("the server hung up");
		filled += got;
	}
}
