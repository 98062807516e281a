package care.trellis.engine.x12;

/**
 * Who sends the file (loop 1000A, ISA06).
 *
 * @param name organization, at most 60 characters
 * @param id what the receiver knows the sender by, 2 to 15 characters
 * @param contactName whom the receiver may call
 * @param phone ten digits; other characters are dropped
 */
public record Submitter(String name, String id, String contactName, String phone) {}
