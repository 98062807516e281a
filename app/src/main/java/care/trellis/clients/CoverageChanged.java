package care.trellis.clients;

<<<<<<< HEAD
/** A client's coverage was recorded, changed or ended. Published inside the transaction. */
=======
/**
 * A client's coverage was added or changed: what was decided about days under it may differ now.
 */
>>>>>>> main
public record CoverageChanged(ClientId client) {}
