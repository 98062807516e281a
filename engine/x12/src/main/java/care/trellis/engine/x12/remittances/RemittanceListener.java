package care.trellis.engine.x12.remittances;

/** Is told of a remittance piece by piece, so that a file of any size needs no more memory. */
public interface RemittanceListener {

    /**
     * A transaction begins.
     *
     * @param payment what it pays
     */
    void payment(Payment payment);

    /**
     * One claim of the last payment.
     *
     * @param claim complete with its lines
     */
    void claim(PaidClaim claim);

    /**
     * One provider adjustment of the last payment.
     *
     * @param adjustment as sent
     */
    void adjustment(ProviderAdjustment adjustment);

    /**
     * The transaction is over.
     *
     * @param balanced as {@link Remittance#balanced}
     */
    void end(boolean balanced);
}
