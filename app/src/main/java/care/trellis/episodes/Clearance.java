package care.trellis.episodes;

import care.trellis.clients.ConsentState;

/**
 * Whether something of a client may leave for a payer today.
 *
 * @param part2 42 CFR Part 2 applies to a program that treats them: nothing leaves without consent
 * @param consent the payment consent as it stands
 */
public record Clearance(boolean part2, ConsentState consent) {

    /** Whether it may leave. */
    public boolean open() {
        return !part2 || consent instanceof ConsentState.InForce;
    }
}
