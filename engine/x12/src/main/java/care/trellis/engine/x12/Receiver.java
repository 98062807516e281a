package care.trellis.engine.x12;

/**
 * Who receives the file, a clearinghouse or a payer (loop 1000B, ISA08).
 *
 * @param name organization, at most 60 characters
 * @param id the receiver's own identifier, 2 to 15 characters
 */
public record Receiver(String name, String id) {}
