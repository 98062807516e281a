package care.trellis.billing;

import java.util.UUID;

/**
 * A waiting line was given to a claim by hand, or taken back from it. Told inside the transaction.
 *
 * @param match the match on record
 * @param takenBack whether it stands no more
 */
public record LineMatched(UUID match, boolean takenBack) {}
