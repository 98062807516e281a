package care.trellis.billing.web;

import care.trellis.web.Event;
import care.trellis.web.Fact;
import care.trellis.web.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One claim as finished text.
 *
 * @param late what is asked when it goes out again; null when the payer's time has not run out
 */
public record ClaimView(
        String number,
        String status,
        Tone tone,
        List<Fact> facts,
        String charge,
        String paid,
        String patient,
        List<Line> lines,
        List<Posted> whole,
        List<Event> reports,
        List<String> asSent,
        List<Turn> chain,
        String filePath,
        String resendPath,
        List<Event> statuses,
        String statusPath,
        List<String> statusProblems,
        String paper,
        String formPath,
        String key,
        boolean maySubmit,
        @Nullable LateView late) {

    /** One line and what came back for it. */
    public record Line(
            String date,
            String ledgerPath,
            String codes,
            String units,
            String charge,
            String paid,
            List<Posted> postings) {}

    /**
     * One payer's turn at these days.
     *
     * @param path of its claim; empty for the claim that is shown and for who is not asked yet
     */
    public record Turn(
            String place,
            String payer,
            String number,
            String path,
            String state,
            Tone tone,
            String asked,
            String paid,
            String left) {}

    /** One posting in words. */
    public record Posted(
            String words, String path, String paid, String patient, List<String> adjustments) {}
}
