package nl.plaatsbaar;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL of our own in the data folder, for who has none. It keeps its promises (a committed change survives a power
 * cut), listens on this machine only, and wants a password. One program at a time may use a data folder.
 */
final class LocalPostgres implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
	private static final String MAJOR = "18";
	private static final List<String> DURABLE = List.of("fsync=on", "full_page_writes=on", "synchronous_commit=on");
	private static final List<String> ALWAYS = List.of("listen_addresses=127.0.0.1", "unix_socket_directories=",
			"password_encryption=scram-sha-256",
			"timezone=UTC", "max_connections=100");

	private final PostgresPrograms programs;
	private final Path cluster;
	private final Path log;
	private final Passwords passwords;
	private final @Nullable FileChannel lock;
	private final int port;

	private LocalPostgres(PostgresPrograms programs, Path cluster, Path log, Passwords passwords, @Nullable FileChannel lock, int port) {
		this.programs = programs;
		this.cluster = cluster;
		this.log = log;
		this.passwords = passwords;
		this.lock = lock;
		this.port = port;
	}

	/** Starts the server on this data folder, making it when it is not there. Blocks until it answers. */
	static LocalPostgres start(Path data) {
		return start(data, DURABLE);
	}

	/** For tests, which may forget everything at a power cut and gain time by it. */
	static LocalPostgres startForgetful(Path data) {
		return start(data, List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off"));
	}

	/** The server that another program keeps running on this folder, to look into beside it; or one of our own when there is none. */
	static LocalPostgres joinOrStart(Path data) {
		var folder = data.toAbsolutePath().normalize();
		var cluster = folder.resolve("pg" + MAJOR);
		if (runningOn(cluster).isPresent() && isLocked(folder)) {
			var port = Integer.parseInt(pidFile(cluster).get(3).strip());
			return new LocalPostgres(PostgresPrograms.in(folder), cluster, logOf(folder), Passwords.read(secretOf(folder)), null, port);
		}
		return start(data);
	}

	private static LocalPostgres start(Path data, List<String> settings) {
		var folder = data.toAbsolutePath().normalize();
		var cluster = folder.resolve("pg" + MAJOR);
		makeFolder(folder);
		var lock = lock(folder);
		try {
			mustBeOurs(cluster, secretOf(folder));
			var programs = PostgresPrograms.in(folder);
			stopWhatWasLeftRunning(cluster, programs);
			if (Files.notExists(cluster))
				create(cluster, folder, programs);
			var port = run(cluster, logOf(folder), programs, settings);
			var server = new LocalPostgres(programs, cluster, logOf(folder), Passwords.read(secretOf(folder)), lock, port);
			server.prepare();
			return server;
		} catch (RuntimeException e) {
			release(lock);
			throw e;
		}
	}

	int port() {
		return port;
	}

	String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
	}

	Passwords passwords() {
		return passwords;
	}

	@Override
	public void close() {
		if (lock == null)
			return; // only joined: it belongs to another program
		var stop = programs.run("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-t", "60", "-w", "stop");
		if (!stop.well())
			LOG.warn("The database server did not stop: {}", stop.said());
		release(lock);
	}

	private static void makeFolder(Path folder) {
		try {
			if (Files.notExists(folder)) {
				Files.createDirectories(folder);
				Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
			}
		} catch (IOException e) {
			throw new Trouble(("The data folder %s cannot be made; give the user who starts Plaatsbaar the right to write there,"
					+ " or choose another folder with PLAATSBAAR_DATA.").formatted(folder), e);
		}
		if (!Files.isDirectory(folder) || !Files.isWritable(folder))
			throw new Trouble(
					("The data folder %s is not a folder that %s may write in; make it so, or choose another folder with PLAATSBAAR_DATA.")
							.formatted(folder, System.getProperty("user.name")));
	}

	private static FileChannel lock(Path folder) {
		try {
			var channel = FileChannel.open(folder.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (tryLock(channel) == null) {
				channel.close();
				throw new Trouble(("Plaatsbaar is already running on the data folder %s; stop that one first,"
						+ " or give this one a folder of its own with PLAATSBAAR_DATA.").formatted(folder));
			}
			return channel;
		} catch (AccessDeniedException e) {
			throw new Trouble(("The data folder %s belongs to another user; start Plaatsbaar as that user,"
					+ " or choose another folder with PLAATSBAAR_DATA.").formatted(folder), e);
		} catch (IOException e) {
			throw new Trouble(
					"The data folder %s cannot be used (%s); choose another folder with PLAATSBAAR_DATA.".formatted(folder, e.getMessage()),
					e);
		}
	}

	private static boolean isLocked(Path folder) {
		try (var channel = FileChannel.open(folder.resolve("in-use.lock"), StandardOpenOption.WRITE)) {
			return tryLock(channel) == null;
		} catch (IOException e) {
			return false;
		}
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		} catch (OverlappingFileLockException e) {
			return null; // held in this very program
		}
	}

	private static void release(FileChannel lock) {
		try {
			lock.close();
		} catch (IOException e) {
			LOG.debug("The lock on the data folder was gone already", e);
		}
	}

	private static void mustBeOurs(Path cluster, Path secret) {
		if (Files.notExists(cluster))
			return;
		var version = cluster.resolve("PG_VERSION");
		if (Files.notExists(version))
			throw new Trouble(("The folder %s is there but holds no database; move it away and start again,"
					+ " or choose another data folder with PLAATSBAAR_DATA.").formatted(cluster));
		var found = read(version).getFirst().strip();
		if (!found.equals(MAJOR))
			throw new Trouble(
					("The folder %s was made by PostgreSQL %s and this Plaatsbaar brings PostgreSQL %s; start the Plaatsbaar that made it,"
							+ " or choose another data folder with PLAATSBAAR_DATA.").formatted(cluster, found, MAJOR));
		if (Files.notExists(secret))
			throw new Trouble(("The password file %s that belongs to the database beside it is gone; put it back from your backup.")
					.formatted(secret));
	}

	/** After a kill -9 of the program its server lives on, and would keep the next one out. */
	private static void stopWhatWasLeftRunning(Path cluster, PostgresPrograms programs) {
		var left = runningOn(cluster);
		if (left.isPresent()) {
			LOG.info("Stopping the database server that a killed Plaatsbaar left behind (process {})", left.get().pid());
			// Gone is when its pid file is gone: the process itself may linger where nobody buries it.
			if (!programs.run("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-t", "30", "-w", "stop").well())
				throw new Trouble(("The database server of the previous run (process %d) does not stop; end that process and start again.")
						.formatted(left.get().pid()));
			return;
		}
		try {
			// Its number may meanwhile belong to another process, which PostgreSQL would take for a living server.
			Files.deleteIfExists(cluster.resolve("postmaster.pid"));
		} catch (IOException e) {
			throw new Trouble(
					"The file %s cannot be removed; remove it by hand and start again.".formatted(cluster.resolve("postmaster.pid")), e);
		}
	}

	private static Optional<ProcessHandle> runningOn(Path cluster) {
		if (Files.notExists(cluster.resolve("postmaster.pid")))
			return Optional.empty();
		var lines = pidFile(cluster);
		if (lines.size() < 4 || !lines.get(0).strip().matches("\\d+"))
			return Optional.empty();
		return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive)
				.filter(process -> process.info().command().orElse("").endsWith("postgres"))
				.filter(process -> process.info().commandLine().orElse("").contains(cluster.toString()));
	}

	private static List<String> pidFile(Path cluster) {
		return read(cluster.resolve("postmaster.pid"));
	}

	/** Made beside its place and moved into it when whole: a first start that is cut off leaves nothing half. */
	private static void create(Path cluster, Path folder, PostgresPrograms programs) {
		LOG.info("Making a database in {}", cluster);
		var fresh = folder.resolve("pg" + MAJOR + ".new");
		PostgresPrograms.deleteAll(fresh);
		var passwords = Passwords.create(secretOf(folder));
		var superuser = passwords.superuserFile(folder);
		try {
			var made = programs.run("initdb", "--pgdata=" + fresh, "--username=postgres", "--auth=scram-sha-256", "--pwfile=" + superuser,
					"--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C");
			if (!made.well())
				throw new Trouble("PostgreSQL could not make its folder %s: %s".formatted(cluster, made.lastLine()));
			Files.move(fresh, cluster);
		} catch (IOException e) {
			throw new Trouble("The folder %s cannot be made (%s); give it room and the right to write.".formatted(cluster, e.getMessage()),
					e);
		} finally {
			PostgresPrograms.deleteAll(superuser);
		}
	}

	private static int run(Path cluster, Path log, PostgresPrograms programs, List<String> settings) {
		PostgresPrograms.deleteAll(log);
		var port = freePort();
		var options = new ArrayList<>(List.of("-p " + port));
		ALWAYS.forEach(setting -> options.add("-c " + setting));
		settings.forEach(setting -> options.add("-c " + setting));
		// Two minutes: after a crash the server first makes good what was under way.
		var start = programs.run("pg_ctl", "-D", cluster.toString(), "-l", log.toString(), "-t", "120", "-w", "-o",
				String.join(" ", options), "start");
		if (!start.well())
			throw new Trouble(("The database in %s does not start (%s); read %s, and put the folder back from a backup if it is damaged.")
					.formatted(cluster, whatTheLogSays(log).orElse(start.lastLine()), log));
		return port;
	}

	private static Optional<String> whatTheLogSays(Path log) {
		if (Files.notExists(log))
			return Optional.empty();
		return read(log).stream().filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
				.map(line -> line.replaceFirst(".*(FATAL|PANIC):\\s*", "")).findFirst();
	}

	private static int freePort() {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		} catch (IOException e) {
			throw new Trouble("This machine has no free port on 127.0.0.1 for the database; free one and start again.", e);
		}
	}

	private void prepare() {
		try {
			DatabaseRoles.prepare(this);
		} catch (RuntimeException e) {
			close();
			throw e;
		}
	}

	private static Path secretOf(Path folder) {
		return folder.resolve("pg" + MAJOR + ".secret");
	}

	private static Path logOf(Path folder) {
		return folder.resolve("pg" + MAJOR + ".log");
	}

	private static List<String> read(Path file) {
		try {
			return Files.readAllLines(file);
		} catch (IOException e) {
			throw new Trouble(("The file %s cannot be read; give the user who starts Plaatsbaar the right to read it.").formatted(file), e);
		}
	}
}
