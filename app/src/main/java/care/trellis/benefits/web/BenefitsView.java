package care.trellis.benefits.web;

import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One client's benefits, in finished text.
 *
 * @param path of the chart
 * @param estimate null while nothing is known to count with
 * @param why there is no estimate; empty where there is one
 * @param asking whether an estimate is to be given, and that the client asked
 */
public record BenefitsView(
        String path,
        String name,
        boolean mayEdit,
        List<Plan> plans,
        @Nullable Cost estimate,
        String why,
        List<Week> soFar,
        String soFarHint,
        Asking asking,
        List<Paper> papers,
        List<Check> history) {

    /** Copies the lists. */
    public BenefitsView {
        plans = List.copyOf(plans);
        soFar = List.copyOf(soFar);
        papers = List.copyOf(papers);
        history = List.copyOf(history);
    }

    /**
     * One coverage.
     *
     * @param checked who said it and when; empty while nobody did
     * @param due a word on when to ask again
     * @param waiting that a question went out, or why it was not answered; empty for neither
     */
    public record Plan(
            String payer,
            String place,
            String checked,
            String state,
            Tone tone,
            String due,
            Tone dueTone,
            String waiting,
            Tone waitingTone,
            List<Meter> meters,
            List<Fact> facts,
            String words,
            String checkPath,
            String coverage,
            boolean asks) {}

    /** An amount of the year that fills up. */
    public record Meter(String words, double value, double max, Tone tone) {}

    /**
     * What a course costs.
     *
     * @param words as the client reads them
     * @param form days a week, weeks, and the charge, which may be tried out
     */
    public record Cost(
            boolean insured,
            List<String> words,
            String total,
            List<EstimateWeek> weeks,
            List<String> unknown,
            Form form,
            String paper) {}

    /** One week of an estimate. */
    public record EstimateWeek(String week, String days, String client, String plan, String note) {}

    /** One week that was. */
    public record Week(String week, String days, String said, String expected, String soFar) {}

    /**
     * Whether an estimate is to be given.
     *
     * @param clock by when and why; empty while nothing is due
     * @param path of the form that says the client asked
     * @param key of that form
     * @param question the path that takes back what the client asked; empty where nobody asked
     */
    public record Asking(String clock, Tone tone, String path, UUID key, String question) {}

    /** An estimate that the client was given. */
    public record Paper(String kind, String words, String when, String path) {}

    /** One check of the history. */
    public record Check(
            String when, String payer, String way, String state, Tone tone, String by) {}
}
