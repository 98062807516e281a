package care.trellis.base;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a route does, decided before its handler runs. A handler takes the {@link Permit} as an
 * argument and brings it to the doors. A route without this (and without {@link SignedOut}) is
 * closed to everybody.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** The action. */
    Action value();

    /** What the record is used for. */
    Permit.Purpose purpose() default Permit.Purpose.TREATMENT;

    /** The path variable that names the client, where there is one. */
    String client() default "";

    /** The path variable that names the session, where there is one. */
    String session() default "";

    /** The path variable that names the site, where there is one. */
    String site() default "";
}
