package care.trellis.clients;

/** A client signed or revoked a consent: what may leave for a payer may differ now. */
public record ConsentChanged(ClientId client) {}
