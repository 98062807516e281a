package care.trellis.payers;

/** A payer as it stands. */
public record Payer(PayerId id, PayerDetails details) {}
