package care.trellis.engine.placement;

/** How a group meets. */
public enum Modality {
    /** In a room. */
    IN_PERSON,
    /** By video. */
    VIDEO
}
