/**
 * Who is asking: sign-in, the actor with his roles, which page admits whom, and the board that every database connection
 * carries. Closed unless a line opens it. Also holds the pages of the floor that need to know who looks: the inbox and the
 * audit log. May know audit and notification.
 */
@ApplicationModule(displayName = "access", allowedDependencies = {"audit", "notification"})
@NullMarked
package nl.plaatsbaar.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
