package care.trellis.billing;

import java.time.Instant;

/**
 * A match that a person made and that stands.
 *
 * @param claimNumber our number of the claim
 * @param reason as the person gave it
 */
public record HandMatch(ClaimId claim, String claimNumber, String reason, Instant at) {}
