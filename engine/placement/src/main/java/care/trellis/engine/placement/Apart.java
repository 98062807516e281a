package care.trellis.engine.placement;

/** Two people who must not sit in the same group. Why is nobody's business here. */
public record Apart(String one, String other) {}
