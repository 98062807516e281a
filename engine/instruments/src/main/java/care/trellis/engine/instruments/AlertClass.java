package care.trellis.engine.instruments;

/** How fast someone must act, the most urgent first. */
public enum AlertClass {

    /** A named clinician within five minutes; staff stay with the client. */
    A0,

    /** In the same visit, within sixty minutes. */
    A1,

    /** Before the client leaves, within four hours. */
    A2,

    /** The primary therapist within one business day. */
    A3,

    /** A prompt at the next review of the plan. */
    A4
}
