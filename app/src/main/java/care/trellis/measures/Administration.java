package care.trellis.measures;

import care.trellis.clients.ClientId;

/**
 * One measure in a sitting.
 *
 * @param number 1, 2, 3 … in the sitting
 * @param version of the instrument, which its result is kept with
 */
public record Administration(
        AdministrationId id,
        SittingId sitting,
        ClientId client,
        int number,
        String instrument,
        String version,
        boolean submitted,
        boolean cancelled) {

    /** Whether answers are still taken. */
    public boolean open() {
        return !submitted && !cancelled;
    }
}
