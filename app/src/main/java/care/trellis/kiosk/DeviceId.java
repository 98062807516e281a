package care.trellis.kiosk;

import java.util.UUID;

/** Identifies one device. */
public record DeviceId(UUID value) {}
