package care.trellis.chain;

import care.trellis.web.Choice;
import care.trellis.web.Tone;
import java.util.List;

/**
 * The worklist of utilization review, what is due first at the top, as finished text.
 *
 * @param saved what was saved a moment ago; empty where nothing was
 * @param late requests whose payer's time is over
 */
public record AuthorizationsView(
        String eyebrow,
        String saved,
        List<Choice> spans,
        List<Row> rows,
        int overdrawn,
        int uncovered,
        int late) {

    /**
     * One thing that is due.
     *
     * @param due the day to act on
     * @param why what the matter is
     * @param level of care
     * @param left what is left of what was granted
     * @param used and {@code granted} fill the bar; 0 granted shows none
     * @param runsOut when the last unit is likely used, or the span over
     * @param chance of that, in words; empty where it is certain
     * @param path where the row opens; may be empty where the reader may not do it
     * @param owner who must act, where it costs money already; else empty
     * @param packet how much of the packet is ready; empty where there is none
     * @param whole whether all of it is
     */
    public record Row(
            String due,
            String why,
            Tone tone,
            String name,
            String initials,
            String payer,
            String state,
            String level,
            String left,
            double used,
            int granted,
            String runsOut,
            String chance,
            String action,
            String path,
            String owner,
            String packet,
            boolean whole) {}
}
