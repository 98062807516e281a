package care.trellis.episodes;

import care.trellis.clients.ClientId;

/** A client's episode, placement, plan or diagnosis changed. Published inside the transaction. */
public record EpisodeChanged(ClientId client) {}
