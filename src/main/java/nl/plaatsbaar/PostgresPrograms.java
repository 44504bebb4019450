package nl.plaatsbaar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** The programs of PostgreSQL, unpacked once per version in the data folder, and how to run one of them. */
final class PostgresPrograms {

	private final Path folder;
	private final boolean hideRoot;

	private PostgresPrograms(Path folder, boolean hideRoot) {
		this.folder = folder;
		this.hideRoot = hideRoot;
	}

	/** @param said everything the program printed */
	record Outcome(int exit, String said) {

		boolean well() {
			return exit == 0;
		}

		String lastLine() {
			return said.lines().filter(line -> !line.isBlank()).reduce((_, last) -> last).orElse("it gave no reason, exit code " + exit)
					.strip();
		}
	}

	static PostgresPrograms in(Path data) {
		var packed = packed();
		var folder = data.resolve("postgresql-" + fingerprint(packed));
		if (Files.notExists(folder))
			unpack(packed, folder);
		return new PostgresPrograms(folder, isRoot() && canHideRoot());
	}

	Outcome run(String program, String... arguments) {
		var command = new ArrayList<String>();
		if (hideRoot)
			command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses root; in a user namespace of its own it sees nobody
		command.add(folder.resolve("bin").resolve(program).toString());
		command.addAll(List.of(arguments));
		return execute(command);
	}

	private static Outcome execute(List<String> command) {
		try {
			// Through a file, not a pipe: the server it may start inherits the output and would keep a pipe open.
			var output = Files.createTempFile("plaatsbaar", ".out");
			try {
				var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
						.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
				process.environment().put("LC_ALL", "C");
				process.environment().keySet().removeIf(name -> name.startsWith("PG"));
				var exit = process.start().waitFor();
				return new Outcome(exit, Files.readString(output));
			} finally {
				Files.deleteIfExists(output);
			}
		} catch (IOException e) {
			return new Outcome(-1, String.valueOf(e.getMessage()));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return new Outcome(-1, "it was interrupted");
		}
	}

	private static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	private static boolean canHideRoot() {
		var answer = execute(List.of("unshare", "-U", "id", "-u"));
		if (!answer.well() || answer.lastLine().equals("0"))
			throw new Trouble(
					"PostgreSQL does not run as root and this machine has no user namespaces to hide that; start Plaatsbaar as an ordinary user,"
							+ " or give it a database with SPRING_DATASOURCE_URL.");
		return true;
	}

	private static byte[] packed() {
		var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
		var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
		try (var in = PostgresPrograms.class.getResourceAsStream("/postgres-%s-%s.txz".formatted(system, machine))) {
			if (in == null)
				throw new Trouble(
						"No PostgreSQL for this machine (%s, %s) comes along; give Plaatsbaar a database with SPRING_DATASOURCE_URL."
								.formatted(system, machine));
			return in.readAllBytes();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String fingerprint(byte[] packed) {
		var sum = new CRC32();
		sum.update(packed);
		return "%08x".formatted(sum.getValue());
	}

	private static void unpack(byte[] packed, Path folder) {
		var fresh = folder.resolveSibling(folder.getFileName() + ".new");
		deleteAll(fresh);
		try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new java.io.ByteArrayInputStream(packed)))) {
			for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
				unpack(entry, tar, fresh);
			Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
		} catch (IOException e) {
			throw new Trouble("PostgreSQL cannot be unpacked in %s (%s); it needs 60 MB of room and the right to write."
					.formatted(folder.getParent(), e.getMessage()), e);
		}
	}

	private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path into) throws IOException {
		var target = entry.resolveIn(into);
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(parent(target));
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(tar, target);
		if ((entry.getMode() & 0100) != 0)
			Files.setPosixFilePermissions(target, runnable());
	}

	private static Path parent(Path file) {
		var parent = file.getParent();
		if (parent == null)
			throw new IllegalArgumentException(file + " has no folder");
		return parent;
	}

	private static Set<PosixFilePermission> runnable() {
		return EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE,
				PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_READ,
				PosixFilePermission.OTHERS_EXECUTE);
	}

	static void deleteAll(Path path) {
		if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
			return;
		try (var all = Files.walk(path)) {
			for (var one : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(one);
		} catch (IOException e) {
			throw new Trouble("%s is in the way and cannot be removed; remove it by hand and start again.".formatted(path), e);
		}
	}
}
