package care.trellis.engine.x12;

import java.time.LocalDateTime;

/**
 * The envelope of one file (ISA, GS, BHT).
 *
 * @param submitter who sends
 * @param receiver who receives
 * @param controlNumber 1 to 999,999,999, never used before between the two; it numbers the
 *     interchange, its group and the batch, so an acknowledgment leads back to this file
 * @param at local date and time of making; minutes are kept
 * @param test true marks the file as test data (ISA15 T)
 */
public record Interchange(
        Submitter submitter,
        Receiver receiver,
        int controlNumber,
        LocalDateTime at,
        boolean test) {}
