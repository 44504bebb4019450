package nl.plaatsbaar.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whom a route admits; stands on every controller method or on its class (the method wins). A route without it is closed to
 * everybody. This is the coarse door: whether it may be done at this school or to this thing is asked of the {@link Actor}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Admits {

	/** Signed-in people with one of these roles, at any school. */
	Role[] value() default {};

	/** Everybody, signed in or not. */
	boolean everyone() default false;

	/** Everybody who is signed in, whatever his role. */
	boolean signedIn() default false;
}
