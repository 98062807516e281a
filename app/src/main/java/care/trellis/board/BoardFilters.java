package care.trellis.board;

import care.trellis.web.Choice;
import java.util.List;

/**
 * What narrows the board. Nothing in it names a person: search text goes in a header of the
 * request, not in its address.
 *
 * @param path the board's own address
 * @param date the day or the Monday shown, as {@code 2026-11-21}
 * @param moneyAtRisk whether only clients with dollars at risk are shown
 */
public record BoardFilters(
        String path, String date, List<Choice> tracks, List<Choice> payers, boolean moneyAtRisk) {

    public BoardFilters {
        tracks = List.copyOf(tracks);
        payers = List.copyOf(payers);
    }
}
