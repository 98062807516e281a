package care.trellis.measures.web;

import care.trellis.measures.DueMeasure;
import care.trellis.web.Tone;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one client owes, finished text.
 *
 * @param since how late the longest overdue is
 */
public record DueRow(
        String name,
        String program,
        String measures,
        String why,
        String since,
        Tone tone,
        String path) {

    static DueRow of(List<DueMeasure> some) {
        var first = some.getFirst();
        long late = ChronoUnit.DAYS.between(first.due().on(), first.today());
        var wanted =
                some.stream()
                        .map(one -> "want=" + one.instrument())
                        .collect(Collectors.joining("&"));
        return new DueRow(
                first.stay().name(),
                first.stay().programName(),
                some.stream().map(DueMeasure::instrument).collect(Collectors.joining(", ")),
                some.stream()
                        .map(one -> Texts.moment(one.due().why()))
                        .distinct()
                        .collect(Collectors.joining(", ")),
                late > 0 ? days(late) + " late" : late == 0 ? "Today" : "In " + days(-late),
                late > 6 ? Tone.BAD : late > 0 ? Tone.WATCH : Tone.INFO,
                "/clients/%s/measures/give?%s".formatted(first.stay().client().value(), wanted));
    }

    private static String days(long days) {
        return days + (days == 1 ? " day" : " days");
    }
}
