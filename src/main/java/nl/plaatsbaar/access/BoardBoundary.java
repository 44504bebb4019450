package nl.plaatsbaar.access;

import javax.sql.DataSource;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The wall between boards stands in the database; here the program sees to it that it cannot climb over. */
@Configuration(proxyBeanMethods = false)
class BoardBoundary {

	@Bean
	static BeanPostProcessor everyConnectionCarriesItsBoard() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return bean instanceof DataSource pool && !(bean instanceof BoundDataSource) ? new BoundDataSource(pool) : bean;
			}
		};
	}

	@Bean
	SmartInitializingSingleton boundaryIsReal(JdbcClient database) {
		return () -> {
			var mayClimb = database
					.sql("""
							select rolsuper or rolbypassrls or exists (
								select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relowner = pg_roles.oid)
							from pg_roles where rolname = current_user
							""")
					.query(Boolean.class).single();
			if (mayClimb)
				throw new BoundaryMissing();
		};
	}

	/** The start is refused: one board could see another. */
	static final class BoundaryMissing extends RuntimeException {
	}

	/** Says so in one sentence. */
	static final class InWords extends AbstractFailureAnalyzer<BoundaryMissing> {

		@Override
		protected FailureAnalysis analyze(Throwable failure, BoundaryMissing cause) {
			return new FailureAnalysis(
					"The database user of Plaatsbaar may see past the wall between boards; let SPRING_DATASOURCE_USERNAME be a user"
							+ " like plaatsbaar_app, which owns no tables, is no superuser and has no bypassrls (see docs/running.md).",
					null, failure);
		}
	}
}
