package care.trellis.board;

import care.trellis.web.Tone;

/**
 * The hours of a client's week against what this client's payer counts.
 *
 * @param words such as {@code 5.7 of 9.0 h}
 * @param done hours counted so far
 * @param ahead hours this week will end with if every planned session is kept
 * @param required hours the payer's rule asks for; 0 where it asks for none, and then no bar is
 *     drawn
 * @param forecast what to do about it, such as {@code Ends at 7.7; 2 make-ups fit}; empty while the
 *     week works out
 */
public record Hours(
        String words, double done, double ahead, double required, String forecast, Tone tone) {

    /** Width of the done part, from 0 to 100. */
    public int doneShare() {
        return share(done);
    }

    /** Width of what will be done by the end of the week, from 0 to 100. */
    public int aheadShare() {
        return share(ahead);
    }

    private int share(double hours) {
        return required <= 0 ? 0 : (int) Math.clamp(Math.round(100 * hours / required), 0, 100);
    }
}
