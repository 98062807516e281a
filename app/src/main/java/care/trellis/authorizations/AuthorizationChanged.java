package care.trellis.authorizations;

import care.trellis.clients.ClientId;
import java.time.LocalDate;

/**
 * What a payer granted a client was recorded or changed. Published inside the transaction.
 *
 * @param from first day whose authorization may be another now
 * @param to last such day
 */
public record AuthorizationChanged(ClientId client, LocalDate from, LocalDate to) {}
