package nl.plaatsbaar.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How the board reads an article where it is unclear: a precedent, decided by the directeur-bestuurder after consultation.
 *
 * @param rule     full id of the rule it is about; nothing when it is about the whole article
 * @param question what was unclear
 * @param endedAt  from then on it no longer counts
 */
public record Interpretation(UUID id, String policy, String article, @Nullable String rule, String question, String reading,
		String consultedWith, LocalDate consultedOn, UUID decidedBy, Instant decidedAt, @Nullable Instant endedAt) {
}
