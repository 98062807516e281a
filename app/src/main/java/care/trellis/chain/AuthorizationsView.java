package care.trellis.chain;

import care.trellis.web.Choice;
import care.trellis.web.Tone;
import java.util.List;

/** The worklist of utilization review, what is due first at the top, as finished text. */
public record AuthorizationsView(
        String eyebrow,
        List<Choice> spans,
        List<Row> rows,
        int overdrawn,
        int uncovered,
        int waiting) {

    /**
     * One thing that is due.
     *
     * @param left what is left of what was granted
     * @param used and {@code granted} fill the bar; 0 granted shows none
     * @param path of the action; may be empty where the reader may not do it
     */
    public record Row(
            String due,
            Tone tone,
            String name,
            String initials,
            String chartPath,
            String payer,
            String state,
            String left,
            double used,
            int granted,
            String ends,
            String action,
            String path,
            String owner) {}
}
