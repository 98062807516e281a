package care.trellis.billing;

/**
 * Claims went out. Told inside the transaction of the sending.
 *
 * @param file that they stand in
 */
public record ClaimsSent(FileId file) {}
