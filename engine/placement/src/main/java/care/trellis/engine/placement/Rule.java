package care.trellis.engine.placement;

/** What is never broken. */
public enum Rule {
    /** The track gives the prescribed level of care. */
    LEVEL,
    /** The person is of an age that the track takes. */
    AGE,
    /** The person follows the language of the track. */
    LANGUAGE,
    /** The track is reserved for what the person is, and for what the person must have. */
    RESERVED,
    /** The person can take part in the way that the group meets. */
    MODALITY,
    /** The payer and the licence count the way that the group meets. */
    COUNTED,
    /** A facilitator holds the credential that the payer asks for. */
    CREDENTIAL,
    /** The person can come at the time of each group of a day. */
    TIMES,
    /** The days give the fewest minutes a week that the level needs. */
    MINUTES,
    /** Room, licence and payers allow as many people as sit in the group. */
    SEATS,
    /** People who must not meet do not. */
    APART
}
