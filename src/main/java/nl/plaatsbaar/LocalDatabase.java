package nl.plaatsbaar;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where nobody names a database (SPRING_DATASOURCE_URL), the program brings its own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "local", matchIfMissing = true)
class LocalDatabase {

	@Bean(destroyMethod = "close")
	LocalPostgres localPostgres(@Value("${plaatsbaar.data}") Path data, @Value("${" + Commands.PROPERTY + ":false}") boolean command) {
		return command ? LocalPostgres.joinOrStart(data) : LocalPostgres.start(data);
	}

	@Bean
	JdbcConnectionDetails app(LocalPostgres server) {
		return new JdbcConnectionDetails() {
			@Override
			public String getUsername() {
				return DatabaseRoles.APP;
			}

			@Override
			public String getPassword() {
				return server.passwords().app();
			}

			@Override
			public String getJdbcUrl() {
				return server.url(DatabaseRoles.DATABASE);
			}
		};
	}

	@Bean
	FlywayConnectionDetails owner(LocalPostgres server) {
		return new FlywayConnectionDetails() {
			@Override
			public String getUsername() {
				return DatabaseRoles.OWNER;
			}

			@Override
			public String getPassword() {
				return server.passwords().owner();
			}

			@Override
			public String getJdbcUrl() {
				return server.url(DatabaseRoles.DATABASE);
			}
		};
	}
}
