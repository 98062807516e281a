package care.trellis.whiteboard;

/**
 * What the limits say of one group at this moment.
 *
 * @param atMost clients it may have; {@link Integer#MAX_VALUE} where nothing limits it
 * @param why the rule or the room that says so, as a sentence; empty where nothing limits it
 * @param state how the group stands to it
 * @param people how many it has, or will have
 * @param proposal what would put it right, as a sentence; empty where nothing is wrong
 * @param overridden somebody said why it may be so, and how many there may be
 */
public record Guard(
        int atMost, String why, State state, int people, String proposal, boolean overridden) {

    /** How a group stands to its limit. */
    public enum State {
        FINE,
        /** It will be too large, or lacks staff, when everybody comes who is expected. */
        AMBER,
        /** It is too large now, or was. */
        OVER
    }

    /** Whether anything limits it. */
    public boolean limited() {
        return atMost != Integer.MAX_VALUE;
    }

    /** Whether somebody has to say why before the group is closed. */
    public boolean asksForReason() {
        return state == State.OVER && !overridden;
    }
}
