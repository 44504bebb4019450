/**
 * Boards, their schools, groups and people: who somebody is to whom, at which school and when. Everything above asks here
 * before it decides about a person. May know who is asking (access), the audit log, the inbox and the look of a page.
 */
@ApplicationModule(displayName = "organisation", allowedDependencies = {"audit", "notification", "access", "web"})
@NullMarked
package nl.plaatsbaar.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
