package nl.plaatsbaar;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

import com.zaxxer.hikari.HikariDataSource;

/**
 * One server for all tests, one database per test class: a copy of the database as the program left it when it had started.
 * The program keeps running and finds another database under its feet.
 */
public final class TestDatabase implements AutoCloseable {

	private static final AtomicInteger NUMBER = new AtomicInteger();
	private static @Nullable LocalPostgres server;
	/** Where the first program has made its tables and its demo; the next ones start from there. */
	private static @Nullable String prepared;

	private final String atStart = "start_" + NUMBER.incrementAndGet();
	private @Nullable String now;
	private HikariDataSource pool;
	private @Nullable SingleConnectionDataSource superuser;

	TestDatabase() {
		create(atStart, prepared);
		pool = pool(atStart);
	}

	/** As the owner of the tables, who may do to the audit log what the program may not. Sees the board set in {@code app.board}. */
	public JdbcClient owner() {
		return JdbcClient.create(dataSource(DatabaseRoles.OWNER, server().passwords().owner()));
	}

	/** As the superuser, before whom no wall stands. One connection for the whole class. */
	public synchronized JdbcClient superuser() {
		if (superuser == null)
			superuser = new SingleConnectionDataSource(server().url(now == null ? atStart : now), "postgres",
					server().passwords().superuser(), true);
		return JdbcClient.create(superuser);
	}

	private DataSource dataSource(String user, String password) {
		return new SimpleDriverDataSource(new org.postgresql.Driver(), server().url(now == null ? atStart : now), user, password);
	}

	private synchronized void startAnew() {
		pool.close();
		if (superuser != null)
			superuser.destroy();
		superuser = null;
		prepared = atStart;
		var before = now;
		now = "class_" + NUMBER.incrementAndGet();
		create(now, atStart);
		pool = pool(now);
		if (before != null)
			asSuperuser("drop database if exists %s with (force)".formatted(before));
	}

	private synchronized Connection connection() throws SQLException {
		return pool.getConnection();
	}

	@Override
	public void close() {
		pool.close();
	}

	private static HikariDataSource pool(String database) {
		var pool = new HikariDataSource();
		pool.setJdbcUrl(server().url(database));
		pool.setUsername(DatabaseRoles.APP);
		pool.setPassword(server().passwords().app());
		pool.setMaximumPoolSize(10);
		pool.setMinimumIdle(1);
		return pool;
	}

	private static void create(String name, @Nullable String template) {
		try (var connection = superuserConnection()) {
			if (template == null)
				DatabaseRoles.makeDatabase(connection, name);
			else
				execute(connection, "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(template),
						"create database %s owner %s template %s".formatted(name, DatabaseRoles.OWNER, template),
						"grant connect on database %s to %s".formatted(name, DatabaseRoles.APP));
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void asSuperuser(String sql) {
		try (var connection = superuserConnection()) {
			execute(connection, sql);
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void execute(Connection connection, String... statements) throws SQLException {
		try (var statement = connection.createStatement()) {
			for (var sql : statements)
				statement.execute(sql);
		}
	}

	private static Connection superuserConnection() throws SQLException {
		return DriverManager.getConnection(server().url("postgres"), "postgres", server().passwords().superuser());
	}

	private static synchronized LocalPostgres server() {
		if (server == null) {
			var started = LocalPostgres.startForgetful(Path.of("target", "test-data"));
			Runtime.getRuntime().addShutdownHook(new Thread(started::close));
			server = started;
			dropWhatEarlierTestsLeft();
		}
		return server;
	}

	private static void dropWhatEarlierTestsLeft() {
		try (var connection = superuserConnection(); var statement = connection.createStatement()) {
			var left = new ArrayList<String>();
			try (var rows = statement.executeQuery("select datname from pg_database where datname ~ '^(start|class)_'")) {
				while (rows.next())
					left.add(rows.getString(1));
			}
			for (var database : left)
				statement.execute("drop database " + database);
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Wiring {

		@Bean(destroyMethod = "close")
		TestDatabase testDatabase() {
			return new TestDatabase();
		}

		@Bean
		DataSource dataSource(TestDatabase database) {
			return new AbstractDataSource() {
				@Override
				public Connection getConnection() throws SQLException {
					return database.connection();
				}

				@Override
				public Connection getConnection(String username, String password) {
					throw new UnsupportedOperationException("every connection is the program's own");
				}
			};
		}

		@Bean
		FlywayConnectionDetails owner(TestDatabase database) {
			return new FlywayConnectionDetails() {
				@Override
				public String getUsername() {
					return DatabaseRoles.OWNER;
				}

				@Override
				public String getPassword() {
					return server().passwords().owner();
				}

				@Override
				public String getJdbcUrl() {
					return server().url(database.atStart);
				}
			};
		}
	}

	static final class FreshForEachClass implements TestExecutionListener {

		@Override
		public void beforeTestClass(TestContext test) {
			test.getApplicationContext().getBean(TestDatabase.class).startAnew();
		}
	}
}
