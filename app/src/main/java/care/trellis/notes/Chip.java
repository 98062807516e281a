package care.trellis.notes;

import care.trellis.clients.ClientId;
import java.time.Instant;
import java.util.UUID;

/**
 * One tap during group.
 *
 * @param id made by the device that was tapped; sent twice, it is kept once
 * @param code of {@link ChipBook}
 * @param at when it was tapped, which may be a while before it arrived
 */
public record Chip(UUID id, ClientId client, String code, Instant at) {}
