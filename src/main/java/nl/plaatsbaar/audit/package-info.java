/**
 * What happened, for ever: an append-only log per board in which every entry seals the one before it. Knows none of the
 * other modules; whoever changes something worth remembering says so here in the same transaction.
 */
@ApplicationModule(displayName = "audit", allowedDependencies = {})
@NullMarked
package nl.plaatsbaar.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
