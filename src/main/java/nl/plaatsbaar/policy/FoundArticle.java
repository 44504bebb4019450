package nl.plaatsbaar.policy;

import org.jspecify.annotations.Nullable;

/**
 * An article as found in an uploaded document, open for correction.
 *
 * @param number path of sections and number, such as {@code IV.medewerkers.3}
 * @param own    the document gives no such number, it is ours and shown as ours
 */
record FoundArticle(String number, boolean own, @Nullable String heading, String text) {
}
