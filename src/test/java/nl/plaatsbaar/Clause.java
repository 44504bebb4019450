package nl.plaatsbaar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The clause of a real policy (an id of {@code docs/clauses.csv}) whose behaviour a test shows. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Clause.Clauses.class)
public @interface Clause {

	String value();

	/** More clauses on one test. */
	@Target({ElementType.METHOD, ElementType.TYPE})
	@Retention(RetentionPolicy.RUNTIME)
	@interface Clauses {
		Clause[] value();
	}
}
