package care.trellis.notes;

import java.util.Optional;
import java.util.UUID;

/** A member of staff, and who reads and signs that person's notes as well; empty for nobody. */
public record Supervision(UUID staff, String name, String credentials, Optional<UUID> supervisor) {}
