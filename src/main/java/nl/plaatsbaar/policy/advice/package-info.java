/**
 * "Mag dit?": somebody asks, the rule set in force answers, with the article behind it. Also the doubts that people put to their
 * supervisor, the comparison of policies and what an amendment changes. May know who is asking, the schools and the policies; nothing
 * that is done with the answer.
 */
@ApplicationModule(displayName = "advice", allowedDependencies = {"audit", "notification", "access", "web", "rules", "organisation",
	"policy"})
@NullMarked
package nl.plaatsbaar.policy.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
