package nl.plaatsbaar.access;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executor;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Gives every connection the board bound to the thread that takes it, and takes it off again when it is given back. A
 * connection that cannot be cleaned is thrown away.
 */
final class BoundDataSource extends DelegatingDataSource {

	private static final Executor AT_ONCE = Runnable::run;

	BoundDataSource(DataSource pool) {
		super(pool);
	}

	@Override
	public Connection getConnection() throws SQLException {
		var connection = super.getConnection();
		var board = Tenancy.bound();
		return board.isPresent() ? bound(connection, board.get()) : connection;
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		throw new UnsupportedOperationException("every connection is the program's own");
	}

	private static Connection bound(Connection connection, UUID board) throws SQLException {
		try {
			show(connection, board.toString());
		} catch (SQLException | RuntimeException e) {
			connection.close();
			throw e;
		}
		return (Connection) Proxy.newProxyInstance(BoundDataSource.class.getClassLoader(), new Class<?>[]{Connection.class},
				(_, method, arguments) -> {
					if (method.getName().equals("close"))
						giveBack(connection);
					else
						try {
							return method.invoke(connection, arguments);
						} catch (InvocationTargetException e) {
							throw e.getCause();
						}
					return null;
				});
	}

	private static void giveBack(Connection connection) throws SQLException {
		if (connection.isClosed())
			return;
		try {
			if (!connection.getAutoCommit()) {
				connection.rollback(); // what is open would take the clean slate back with it
				connection.setAutoCommit(true);
			}
			show(connection, "");
		} catch (SQLException e) {
			connection.abort(AT_ONCE);
		} finally {
			connection.close();
		}
	}

	private static void show(Connection connection, String board) throws SQLException {
		try (var statement = connection.prepareStatement("select set_config('app.board', ?, false)")) {
			statement.setString(1, board);
			statement.execute();
		}
	}
}
