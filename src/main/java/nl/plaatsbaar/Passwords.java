package nl.plaatsbaar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of our own database server, in a file only its owner can read. */
record Passwords(String superuser, String owner, String app) {

	/** Makes new ones, unless an earlier start that was cut off made them already. */
	static Passwords create(Path file) {
		if (Files.exists(file))
			return read(file);
		var fresh = new Passwords(random(), random(), random());
		write(file, "superuser=%s\nowner=%s\napp=%s\n".formatted(fresh.superuser, fresh.owner, fresh.app));
		return fresh;
	}

	static Passwords read(Path file) {
		var lines = new Properties();
		try (var in = Files.newInputStream(file)) {
			lines.load(in);
		} catch (IOException e) {
			throw new Trouble("The password file %s cannot be read; start Plaatsbaar as the user who owns it.".formatted(file), e);
		}
		return new Passwords(one(lines, "superuser", file), one(lines, "owner", file), one(lines, "app", file));
	}

	/** The superuser's password alone, as {@code initdb} wants it; to be thrown away after. */
	Path superuserFile(Path folder) {
		var file = folder.resolve("initdb.secret");
		PostgresPrograms.deleteAll(file);
		write(file, superuser + "\n");
		return file;
	}

	private static String one(Properties lines, String name, Path file) {
		var value = lines.getProperty(name);
		if (value == null || value.isBlank())
			throw new Trouble("The password file %s misses the line '%s'; put the file back from your backup.".formatted(file, name));
		return value;
	}

	private static void write(Path file, String text) {
		try {
			var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
			Files.createFile(file, ownerOnly);
			Files.writeString(file, text, StandardOpenOption.SYNC);
		} catch (IOException e) {
			throw new Trouble(
					"The password file %s cannot be written (%s); give it room and the right to write.".formatted(file, e.getMessage()), e);
		}
	}

	private static String random() {
		var bytes = new byte[24];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	@Override
	public String toString() {
		return "Passwords[kept secret]";
	}
}
