package care.trellis.measures;

import java.util.UUID;

/** Identifies one hand-over of one or several measures. */
public record SittingId(UUID value) {}
