package care.trellis.clients;

/** A client's consent was recorded, changed or ended. Published inside the transaction. */
public record ConsentChanged(ClientId client) {}
