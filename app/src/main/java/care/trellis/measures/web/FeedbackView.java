package care.trellis.measures.web;

import care.trellis.measures.Feedback;
import care.trellis.measures.ProgramOutcomes;
import care.trellis.measures.Satisfaction;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** What clients think of the program, finished text. */
public final class FeedbackView {

    private FeedbackView() {}

    /** How one of the two was answered. */
    public record Rate(String instrument, String rate, String mean) {

        static Rate of(Satisfaction.Asked asked) {
            var mean = asked.mean();
            return new Rate(
                    asked.instrument().equals("SATISFACTION") ? "Survey" : "Session check",
                    asked.asked() == 0
                            ? "Nobody was asked"
                            : "%d of %d answered (%d %%)"
                                    .formatted(
                                            asked.answered(),
                                            asked.asked(),
                                            Math.round(100.0 * asked.answered() / asked.asked())),
                    mean == null
                            ? "Fewer than "
                                    + ProgramOutcomes.SMALLEST
                                    + " answers: no mean is shown"
                            : String.format(
                                    Locale.ROOT,
                                    "Mean %.1f of %s (95 %% %.1f to %.1f)",
                                    mean.interval().value(),
                                    mean.highest().toPlainString(),
                                    mean.interval().low(),
                                    mean.interval().high()));
        }
    }

    /** What one client wrote. */
    public record Words(String name, String day, String text, boolean read, String path) {

        static Words of(Feedback feedback, ZoneId zone, LocalDate today) {
            var day = feedback.givenAt().atZone(zone).toLocalDate();
            return new Words(
                    feedback.name(),
                    day.equals(today) ? "Today" : Texts.shortDay(day),
                    feedback.words(),
                    feedback.read(),
                    "/measures/feedback/" + feedback.id().value() + "/reading");
        }
    }
}
