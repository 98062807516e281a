package care.trellis.engine.instruments;

/** Which way a score must go for a client to be better. */
enum Better {
    LOWER,
    HIGHER
}
