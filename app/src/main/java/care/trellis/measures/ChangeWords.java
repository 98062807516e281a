package care.trellis.measures;

import care.trellis.engine.instruments.Change;
import care.trellis.engine.instruments.Course;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A course in words: what changed, whether it is beyond the error of measurement, and what might be
 * asked next. The question is ours; no instrument's author wrote it.
 */
public final class ChangeWords {

    private ChangeWords() {}

    /** Instrument and scale as a reader knows them: {@code BAM-R · use}. */
    public static String title(Trend trend) {
        return trend.scale().isEmpty()
                ? trend.instrument().id()
                : trend.instrument().id() + " · " + plain(trend.scale());
    }

    /** {@code PHQ-9 18 → 9. Reliable improvement (needs 6 or more …); not yet remission.} */
    public static String of(Trend trend) {
        return title(trend) + " " + course(trend);
    }

    /** The same without the instrument's name. */
    public static String course(Trend trend) {
        var latest = trend.latest();
        if (latest == null) {
            return "has no score yet.";
        }
        var now = number(latest.total());
        if (trend.rules().reliable() == null) {
            var before = trend.previous();
            return before == null ? now + "." : number(before.total()) + " → " + now + ".";
        }
        var baseline = trend.baseline();
        if (baseline == null) {
            return now + ". No baseline: the first score came later than a week after admission.";
        }
        return baseline == latest
                ? now + " at baseline. One score says nothing of change yet."
                : "%s → %s. %s"
                        .formatted(number(baseline.total()), now, judged(trend, trend.change()));
    }

    private static String judged(Trend trend, Change change) {
        var rules = trend.rules();
        var reliable = rules.reliable();
        if (reliable == null) {
            return "";
        }
        var needs =
                "needs %s or more on this version".formatted(number(BigDecimal.valueOf(reliable)));
        var parts = new ArrayList<String>();
        if (Boolean.TRUE.equals(change.reliableImprovement())) {
            parts.add("Reliable improvement (" + needs + ")");
        } else if (Boolean.TRUE.equals(change.reliableDeterioration())) {
            parts.add("Reliably worse (" + needs + ")");
        } else if (Boolean.TRUE.equals(change.meaningfulImprovement())) {
            parts.add(
                    "Better by what matters to a client, within the error of measurement ("
                            + needs
                            + ")");
        } else {
            parts.add("No reliable change (" + needs + ")");
        }
        if (Boolean.TRUE.equals(change.reliableRecovery())) {
            parts.add("reliable recovery");
        }
        if (change.remission() != null) {
            parts.add(change.remission() ? "in remission" : "not yet remission");
        }
        return String.join("; ", parts) + ".";
    }

    /** What a sign means, as a sentence. */
    public static String sign(Course.Sign sign) {
        return switch (sign) {
            case RELIABLE_DETERIORATION ->
                    "Reliably worse than at baseline, or than at the best score";
            case NOT_ON_TRACK -> "Too little better for the time that has passed";
            case NO_DATA -> "No score for ten days";
        };
    }

    /** A question for the next talk, in our own words; empty where there is nothing to ask. */
    public static String question(Trend trend) {
        var latest = trend.latest();
        if (latest == null) {
            return "";
        }
        if (latest.safety() != null) {
            return "You marked something about not wanting to live. Can we look at that together now?";
        }
        var signs = trend.signs();
        if (signs.contains(Course.Sign.RELIABLE_DETERIORATION)) {
            return "Your answers say it has become harder. What changed since your best week?";
        }
        if (signs.contains(Course.Sign.NOT_ON_TRACK)) {
            return "Little has moved so far. What would have to be different here to help you more?";
        }
        return Boolean.TRUE.equals(trend.change().reliableImprovement())
                ? "Your answers say it is better. What helped, and what keeps it so?"
                : "";
    }

    /** The cause of an alert as a sentence that names nobody. */
    public static String cause(String instrument, String cause) {
        return switch (cause) {
            case "SI_ITEM9" -> instrument + " item 9 (thoughts of death or self-harm) is positive";
            case "SI_ITEM_MISSING" ->
                    instrument + " item 9 was left blank: ask before the client leaves";
            case "SI_PAST_MONTH" -> "Serious thoughts of ending life in the past month";
            case "ATTEMPT_LIFETIME" -> "A suicide attempt, at any time";
            case "SUICIDE_RISK_LOW" -> instrument + ": low risk";
            case "SUICIDE_RISK_MODERATE" -> instrument + ": moderate risk";
            case "SUICIDE_RISK_HIGH" -> instrument + ": high risk";
            case "IMMINENT_RISK" -> instrument + ": thoughts of suicide right now";
            case "RELIABLE_DETERIORATION" -> instrument + " is reliably worse";
            case "NOT_ON_TRACK" -> instrument + " is not on track";
            case RelapseRisk.SIGN ->
                    instrument + " shows a risk of relapse (a rule of this program)";
            case "NO_DATA" -> "No score of " + instrument + " or another while attending";
            case "NOT_OK" -> "Said at the daily check-in: I am not OK";
            case CheckIns.HARD -> "Two hard daily check-ins in a row";
            case "ANY_USE" -> instrument + ": use was reported";
            case "MEDICAL_EVAL" -> instrument + ": medical evaluation now";
            default -> instrument + ": " + plain(cause);
        };
    }

    /**
     * A canonical word as people read it: {@code moderately_severe} is {@code moderately severe}.
     */
    public static String plain(@Nullable String canonical) {
        return canonical == null ? "" : canonical.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A score without needless zeros. */
    public static String number(BigDecimal score) {
        return score.stripTrailingZeros().toPlainString().replace('-', '−');
    }
}
