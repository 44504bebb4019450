/**
 * Tells people something: in their inbox here, and by mail where there is an address. The words come from the sender; this
 * module only sees to it that they arrive, once. May know the audit log.
 */
@ApplicationModule(displayName = "notification", allowedDependencies = {"audit"})
@NullMarked
package nl.plaatsbaar.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
