package care.trellis.notes.web;

import java.util.List;

/**
 * The cards during group, as finished text.
 *
 * @param chipsPath where taps go
 * @param session its id: what an undelivered tap is kept with
 */
public record RoomView(String notePath, String chipsPath, String session, List<Card> cards) {

    /**
     * One client's card.
     *
     * @param lastId the last tap that stands; empty for none
     */
    public record Card(
            String client,
            String name,
            String initials,
            String presence,
            boolean here,
            String lastId,
            String lastCode,
            List<Tap> taps) {}

    /** One thing to tap, and how often it was. */
    public record Tap(String code, String label, int count) {}
}
