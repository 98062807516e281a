package care.trellis.measures;

import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.AlertClass;
import java.time.Instant;

/**
 * An alert is on record: published once, inside the transaction that keeps the answer. What listens
 * within that transaction must not fail it.
 *
 * @param cause the flag, severity or sign behind it, such as {@code SI_ITEM9}
 */
public record AlertRaised(
        AlertId alert, ClientId client, AlertClass alertClass, String cause, Instant at) {}
