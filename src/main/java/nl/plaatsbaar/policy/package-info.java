/**
 * The agreed text: bundled policies and law, the versions a board adopted, what a school added, how the board reads an article, and
 * the pages, PDF, search and import around them. Answers which rules hold where and when ({@link nl.plaatsbaar.policy.Policies}). May
 * know who is asking, the organisation and the rule engine; knows nothing of consent or of what is posted.
 */
@ApplicationModule(displayName = "policy", allowedDependencies = {"audit", "notification", "access", "web", "rules", "organisation"})
@NullMarked
package nl.plaatsbaar.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
