package care.trellis.engine.rulebook.facts;

/** How the client took part. */
public enum Modality {
    IN_PERSON,
    VIDEO,
    AUDIO_ONLY
}
