package care.trellis.clients;

/**
 * A client's coverage was added or changed: what was decided about days under it may differ now.
 */
public record CoverageChanged(ClientId client) {}
