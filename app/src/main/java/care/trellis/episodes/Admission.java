package care.trellis.episodes;

/** How an admission ended. */
public sealed interface Admission {

    /** The client is in the program. */
    record Admitted(EpisodeId episode) implements Admission {}

    /** The client is in this program already, in this episode. */
    record AlreadyAdmitted(EpisodeId episode) implements Admission {}

    /** There is no such program here. */
    record NoSuchProgram() implements Admission {}

    /** An earlier stay in the program ended after that day: two stays cannot share days. */
    record BeforeLastDischarge() implements Admission {}
}
