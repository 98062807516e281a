package care.trellis.episodes;

import care.trellis.clients.ClientId;

/**
 * An admission, a placement, a plan, a diagnosis or a discharge of a client is on record: what was
 * decided about days under it may differ now.
 */
public record EpisodeChanged(ClientId client) {}
