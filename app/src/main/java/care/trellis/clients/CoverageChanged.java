package care.trellis.clients;

/** A client's coverage was recorded, changed or ended. Published inside the transaction. */
public record CoverageChanged(ClientId client) {}
