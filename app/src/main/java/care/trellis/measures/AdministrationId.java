package care.trellis.measures;

import java.util.UUID;

/** Identifies one measure given to one client once. */
public record AdministrationId(UUID value) {}
