/**
 * What every page shares: the frame around it, the parts it is built of (templates/web/fragments, shown on /stijl), the start
 * page, what goes wrong in words, two languages, and the files of the look. Modules above hang their tiles, tasks and schools
 * on it. May know audit, notification and access; knows nothing of the business.
 */
@ApplicationModule(displayName = "web", allowedDependencies = {"access", "audit", "notification"})
@NullMarked
package nl.plaatsbaar.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
