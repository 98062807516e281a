package care.trellis.billing;

/**
 * A payer sent a claim on to the next one by itself. Told inside the transaction of its answer.
 *
 * @param claim to the next payer
 */
public record ClaimForwarded(ClaimId claim) {}
