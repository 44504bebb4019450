package nl.plaatsbaar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.springframework.core.io.ClassPathResource;

/** Makes the two roles and the database on our own server, at the first start; later starts find them there. */
final class DatabaseRoles {

	static final String OWNER = "plaatsbaar_owner";
	static final String APP = "plaatsbaar_app";
	static final String DATABASE = "plaatsbaar";

	private DatabaseRoles() {
	}

	static void prepare(LocalPostgres server) {
		try (var connection = DriverManager.getConnection(server.url("postgres"), "postgres", server.passwords().superuser())) {
			if (!exists(connection, "select 1 from pg_roles where rolname = '" + APP + "'"))
				makeRoles(connection, server.passwords());
			if (!exists(connection, "select 1 from pg_database where datname = '" + DATABASE + "'"))
				makeDatabase(connection, DATABASE);
		} catch (SQLException e) {
			throw new Trouble(
					"The database server in the data folder refuses its own password file (%s); put both back from the same backup."
							.formatted(e.getMessage()),
					e);
		}
	}

	static void makeDatabase(Connection connection, String name) throws SQLException {
		execute(connection, "create database %s owner %s template template0".formatted(name, OWNER));
		execute(connection, "revoke all on database %s from public".formatted(name));
		execute(connection, "grant connect on database %s to %s".formatted(name, APP));
	}

	private static void makeRoles(Connection connection, Passwords passwords) throws SQLException {
		connection.setAutoCommit(false);
		execute(connection, text("db/roles.sql"));
		execute(connection, "alter role %s password '%s'".formatted(OWNER, passwords.owner()));
		execute(connection, "alter role %s password '%s'".formatted(APP, passwords.app()));
		connection.commit();
		connection.setAutoCommit(true);
	}

	private static boolean exists(Connection connection, String query) throws SQLException {
		try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
			return rows.next();
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static String text(String resource) {
		try {
			return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new IllegalStateException(resource + " is part of the program and must be there", e);
		}
	}
}
