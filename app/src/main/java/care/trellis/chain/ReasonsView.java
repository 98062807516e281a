package care.trellis.chain;

import care.trellis.web.Stage;
import care.trellis.web.Tone;
import java.util.List;

/**
 * The reasons of one client-day, as finished text that reads from top to bottom: how it stands,
 * where the chain stops, what to do, and the whole proof.
 *
 * @param verdict one sentence
 * @param why the evidence behind it; may be empty
 * @param filesBy how long the payer takes a day that is on no claim; empty where that is no matter
 * @param validUntil when time itself changes the answer; may be empty
 */
public record ReasonsView(
        String title,
        String name,
        String initials,
        String recordNumber,
        String chartPath,
        String weekPath,
        String payer,
        String state,
        Tone tone,
        String verdict,
        String why,
        String filesBy,
        Tone filesByTone,
        List<Stage> stages,
        List<Step> steps,
        List<Session> sessions,
        List<Group> groups,
        List<Line> lines,
        String linesHint,
        String rules,
        String validUntil) {

    /**
     * One thing to do.
     *
     * @param path where it is done; may be empty
     * @param first whether it is the smallest change, the one to begin with
     */
    public record Step(
            String fix, String owner, String why, String path, String action, boolean first) {}

    /** One session of the day. */
    public record Session(
            String time,
            String title,
            String path,
            String lead,
            String came,
            String minutes,
            String note,
            Tone noteTone,
            String notePath,
            String counts) {}

    /** The checks of one stage. */
    public record Group(String stage, List<Item> checks) {}

    /**
     * One check.
     *
     * @param source where the rule stands; may be empty
     * @param address of the source on the web; may be empty
     */
    public record Item(
            String rule,
            String outcome,
            Tone tone,
            String evidence,
            String fix,
            String source,
            String address,
            boolean decides) {}

    /** One line of the claim. */
    public record Line(
            String number,
            String procedure,
            String revenue,
            String modifiers,
            String units,
            String charge) {}
}
