package care.trellis.billing;

import java.time.Instant;

/**
 * What a receiver said of a claim before the payer's answer.
 *
 * @param kind TA1, 999 or 277CA
 * @param words why, in our words
 */
public record Report(String kind, boolean accepted, String words, Instant at) {}
