package care.trellis.clients;

<<<<<<< HEAD
/** A client's consent was recorded, changed or ended. Published inside the transaction. */
=======
/** A client signed or revoked a consent: what may leave for a payer may differ now. */
>>>>>>> main
public record ConsentChanged(ClientId client) {}
