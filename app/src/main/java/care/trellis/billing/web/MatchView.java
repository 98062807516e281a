package care.trellis.billing.web;

import care.trellis.web.Fact;
import care.trellis.web.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one line of a remittance that waited for a person.
 *
 * @param path of the page
 * @param why why it waits; empty where it is matched
 * @param possible whether it may be matched at all: not where the money went to somebody else
 * @param match the match by hand that stands; null where there is none
 * @param mayPost whether the reader may match and take back
 */
public record MatchView(
        String path,
        String remittancePath,
        String trace,
        List<Fact> facts,
        String why,
        boolean possible,
        boolean mayPost,
        Form search,
        Form form,
        List<Candidate> candidates,
        @Nullable Standing match) {

    /**
     * One claim that it may belong to.
     *
     * @param value what the form sends when it is chosen
     */
    public record Candidate(
            String value,
            boolean chosen,
            String number,
            String path,
            String name,
            String payer,
            String date,
            String charge,
            String paid,
            String why) {}

    /** A match that stands. */
    public record Standing(String claimNumber, String claimPath, String reason, String at) {}

    public MatchView {
        facts = List.copyOf(facts);
        candidates = List.copyOf(candidates);
    }
}
