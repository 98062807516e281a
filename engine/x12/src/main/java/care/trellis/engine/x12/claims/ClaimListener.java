package care.trellis.engine.x12.claims;

/** Is told of claims one by one, so that a file of any size needs no more memory. */
@FunctionalInterface
public interface ClaimListener {

    /**
     * One claim.
     *
     * @param provider who is to be paid
     * @param claim complete with its lines
     */
    void claim(BillingProvider provider, Claim claim);
}
