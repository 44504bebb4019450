package nl.plaatsbaar.rules;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One ground of a verdict, with all that is needed to cite it.
 *
 * @param clause id of {@code docs/clauses.csv}; null for a policy without these
 * @param rule full id ({@code article/rule}); for the scope and the gap rule the article
 * @param sentence literally in the article's text
 * @param policy id of the policy
 * @param reading the officer's reading: to be shown as reading, never as text of the policy
 * @param instead what can be done instead; for the scope the policy's own warning
 * @param readyText a text to copy
 * @param authorities who gives permission, is told, may weigh, or decides
 */
public record Reason(@Nullable String clause, String article, String rule, String sentence, String policy, LocalDate version,
		Effect effect, @Nullable String reading, @Nullable String instead, @Nullable String readyText, List<Authority> authorities) {}
