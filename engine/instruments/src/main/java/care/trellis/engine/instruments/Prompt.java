package care.trellis.engine.instruments;

/** A hint to staff that raises no alert: it stands beside the score. */
record Prompt(String says, Condition when) {}
