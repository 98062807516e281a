package care.trellis.measures;

import java.util.UUID;

/** Identifies one alert. */
public record AlertId(UUID value) {}
