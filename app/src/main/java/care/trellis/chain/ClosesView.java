package care.trellis.chain;

import care.trellis.web.Tone;
import java.util.List;

/**
 * The days of two weeks with how they stand, as finished text.
 *
 * @param unclosed past days that nobody has closed
 * @param amended days that changed after their close
 */
public record ClosesView(List<Row> rows, int unclosed, int amended) {

    /**
     * One day of one site.
     *
     * @param by who closed or reopened it, and when; empty where nobody did
     * @param open what is on hold, in words
     * @param amended what changed after the close; empty where nothing did
     */
    public record Row(
            String day,
            String site,
            String path,
            String word,
            Tone tone,
            String by,
            int clients,
            String billable,
            String held,
            String open,
            String amended) {}
}
