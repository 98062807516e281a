package care.trellis.payers;

import java.util.UUID;

/** One line of a fee schedule on record. */
public record Fee(UUID id, FeeDetails details) {}
