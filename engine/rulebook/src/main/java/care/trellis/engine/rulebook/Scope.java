package care.trellis.engine.rulebook;

/** What a fact or a rule looks at. The finer one comes first. */
enum Scope {
    LINE,
    SESSION,
    DAY,
    WEEK
}
