/**
 * Boards, their schools, groups and people: who somebody is to whom, at which school and when. Everything above asks here
 * before it decides about a person. May know who is asking (access) and the audit log.
 */
@ApplicationModule(displayName = "organisation", allowedDependencies = {"audit", "access"})
@NullMarked
package nl.plaatsbaar.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
