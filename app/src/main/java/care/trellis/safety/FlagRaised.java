package care.trellis.safety;

import care.trellis.clients.ClientId;

/** A risk flag was raised: published in its transaction. */
public record FlagRaised(ClientId client, FlagId flag, Flag.Level level) {}
