package care.trellis.billing;

/**
 * A payment was posted, line by line. Told inside the transaction of the posting.
 *
 * @param remittance the payment
 */
public record RemittancePosted(RemittanceId remittance) {}
