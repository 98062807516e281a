package care.trellis.crash;

/** What the sender of a request knows when it is over. */
enum Outcome {
    /** It is done. */
    ACKNOWLEDGED,
    /** It was not done, and will not be. */
    REFUSED,
    /** No answer, or one that leaves it open: the sender asks again with the same key. */
    UNKNOWN
}
