package care.trellis.chain;

import care.trellis.web.Tone;
import java.util.List;

/**
 * One client's authorizations, as finished text.
 *
 * @param newPath where another is recorded; empty for those who may not
 */
public record ClientAuthorizationsView(
        String name, String chartPath, String newPath, List<Row> rows) {

    /**
     * One of them.
     *
     * @param kind initial, concurrent or retrospective, with the service where it names one
     */
    public record Row(
            String number,
            String payer,
            String kind,
            String state,
            Tone tone,
            String dates,
            String left,
            double used,
            int granted,
            String warning,
            String decidePath,
            String reviewPath) {}
}
