package nl.plaatsbaar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database that comes along: it keeps what it is given, lets nobody in without a password, and says plainly what is wrong. */
class LocalPostgresTest {

	@TempDir
	static Path disk;

	private static LocalPostgres server;

	@BeforeAll
	static void start() {
		server = LocalPostgres.start(disk.resolve("the data"));
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void aCommittedChangeIsOnTheDiskBeforeAnybodyIsTold() {
		assertThat(setting("fsync")).isEqualTo("on");
		assertThat(setting("synchronous_commit")).isEqualTo("on");
		assertThat(setting("full_page_writes")).isEqualTo("on");
		assertThat(setting("server_version")).startsWith("18.");
	}

	@Test
	void nobodyComesInWithoutThePassword() {
		assertThatThrownBy(() -> connect("postgres", "")).isInstanceOf(SQLException.class).hasMessageContaining("password");
		assertThatThrownBy(() -> connect("plaatsbaar_app", "guess")).isInstanceOf(SQLException.class).hasMessageContaining("password");
	}

	@Test
	void thePasswordsAreForTheEyesOfTheirOwnerOnly() throws IOException {
		var secret = disk.resolve("the data").resolve("pg18.secret");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret))).isEqualTo("rw-------");
		assertThat(server.passwords().toString()).doesNotContain(server.passwords().app());
	}

	@Test
	void onlyThisMachineCanReachIt() {
		assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
		assertThat(setting("unix_socket_directories")).isEmpty();
	}

	@Test
	void theProgramItselfMayNotLookPastTheWallBetweenBoards() {
		assertThat(superuser().sql("select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = 'plaatsbaar_app'")
				.query(Boolean.class)
				.single()).isFalse();
	}

	@Test
	void aSecondProgramOnTheSameFolderIsToldSoAndDoesNotDisturbTheFirst() {
		assertThatThrownBy(() -> LocalPostgres.start(disk.resolve("the data"))).isInstanceOf(Trouble.class)
				.hasMessageContaining("already running on the data folder").hasMessageContaining("PLAATSBAAR_DATA");
		assertThat(setting("fsync")).isEqualTo("on");
	}

	@Test
	void aCommandLooksIntoTheDatabaseOfTheRunningProgram() {
		try (var joined = LocalPostgres.joinOrStart(disk.resolve("the data"))) {
			assertThat(joined.port()).isEqualTo(server.port());
		}
		assertThat(setting("fsync")).isEqualTo("on");
	}

	@Test
	void aFolderOfSomethingElseIsLeftAlone() throws IOException {
		var data = disk.resolve("photos");
		Files.createDirectories(data.resolve("pg18"));
		Files.writeString(data.resolve("pg18").resolve("beach.jpg"), "sand");

		assertThatThrownBy(() -> LocalPostgres.start(data)).isInstanceOf(Trouble.class).hasMessageContaining("holds no database")
				.hasMessageContaining("move it away");
		assertThat(data.resolve("pg18").resolve("beach.jpg")).hasContent("sand");
	}

	@Test
	void aDatabaseOfANewerPostgresIsLeftAlone() throws IOException {
		var data = disk.resolve("newer");
		Files.createDirectories(data.resolve("pg18"));
		Files.writeString(data.resolve("pg18").resolve("PG_VERSION"), "19\n");

		assertThatThrownBy(() -> LocalPostgres.start(data)).isInstanceOf(Trouble.class).hasMessageContaining("made by PostgreSQL 19")
				.hasMessageContaining("start the Plaatsbaar that made it");
	}

	@Test
	void aDatabaseWhosePasswordsAreLostSaysWhichFileToPutBack() throws IOException {
		var data = disk.resolve("lost");
		Files.createDirectories(data.resolve("pg18"));
		Files.writeString(data.resolve("pg18").resolve("PG_VERSION"), "18\n");

		assertThatThrownBy(() -> LocalPostgres.start(data)).isInstanceOf(Trouble.class).hasMessageContaining("pg18.secret")
				.hasMessageContaining("backup");
	}

	@Test
	void aFileWhereTheFolderShouldBeIsNamed() throws IOException {
		var data = Files.writeString(disk.resolve("a file"), "text");

		assertThatThrownBy(() -> LocalPostgres.start(data)).isInstanceOf(Trouble.class).hasMessageContaining("a file")
				.hasMessageContaining("PLAATSBAAR_DATA");
	}

	@Test
	void aDamagedDatabaseSaysWhereToReadMoreAndToTakeTheBackup() throws IOException {
		var data = disk.resolve("damaged");
		LocalPostgres.start(data).close();
		Files.delete(data.resolve("pg18").resolve("global").resolve("pg_control"));

		assertThatThrownBy(() -> LocalPostgres.start(data)).isInstanceOf(Trouble.class).hasMessageContaining("does not start")
				.hasMessageContaining("pg18.log").hasMessageContaining("backup");
	}

	private static String setting(String name) {
		return superuser().sql("select current_setting(:name)").param("name", name).query(String.class).single();
	}

	private static JdbcClient superuser() {
		return JdbcClient.create(new DriverManagerDataSource(server.url("postgres"), "postgres", server.passwords().superuser()));
	}

	private static void connect(String user, String password) throws SQLException {
		DriverManager.getConnection(server.url("plaatsbaar"), user, password).close();
	}
}
