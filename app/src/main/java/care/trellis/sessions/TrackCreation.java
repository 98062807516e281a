package care.trellis.sessions;

/** How the creation of a track ended. */
public sealed interface TrackCreation {

    /** It is there. */
    record Created(TrackId track) implements TrackCreation {}

    /** The site has a track of this name already. */
    record NameTaken() implements TrackCreation {}
}
