package care.trellis.chart;

import care.trellis.clients.Coverage;
import care.trellis.episodes.Diagnosis;
import care.trellis.episodes.Plan;
import care.trellis.web.ChartPart;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.util.List;

/** Plan, diagnoses and coverage as lines of text. */
final class ChartLines {

    private ChartLines() {}

    static String planWords(Plan.Version version) {
        return "%s hours a week since %s"
                .formatted(Words.hours(version.minutesPerWeek()), Words.day(version.from()));
    }

    static String planSigned(Plan.Version version) {
        var signed = version.physicianSignedOn();
        var certified = version.certifiedOn();
        return (signed == null
                        ? "Not signed by a physician yet"
                        : "Signed by the physician " + Words.day(signed))
                + (certified == null ? "" : ", certified " + Words.day(certified));
    }

    static List<ChartView.Goal> goals(Plan plan) {
        return plan.goals().stream()
                .map(goal -> {
                    var closed = goal.closedOn();
                    return new ChartView.Goal(
                            goal.number(),
                            goal.text(),
                            closed == null ? "" : "Closed " + Words.day(closed));
                })
                .toList();
    }

    static List<ChartPart.Line> diagnosisLines(List<Diagnosis> all, LocalDate today) {
        return all.stream()
                .map(one -> {
                    var to = one.finding().to();
                    boolean holds = one.holdsOn(today);
                    return new ChartPart.Line(
                            one.finding().description(),
                            one.finding().code() + " · " + one.finding().system().label(),
                            one.rank() == 1 ? "Principal" : holds ? "" : "Resolved",
                            one.rank() == 1 ? Tone.INFO : Tone.NEUTRAL,
                            to == null
                                    ? "since " + Words.day(one.finding().from())
                                    : Words.day(one.finding().from()) + " – " + Words.day(to));
                })
                .toList();
    }

    static ChartPart.Line coverageLine(Coverage card, LocalDate today) {
        var terms = card.terms();
        var to = terms.to();
        return new ChartPart.Line(
                terms.payerName(),
                terms.memberId().isEmpty() ? "No member id" : "Member " + terms.memberId(),
                !terms.covers(today)
                        ? terms.from().isAfter(today) ? "Begins later" : "Ended"
                        : terms.contract().isEmpty()
                                ? "No contract"
                                : "Billed " + ordinal(terms.priority()),
                !terms.covers(today)
                        ? Tone.NEUTRAL
                        : terms.contract().isEmpty() ? Tone.WATCH : Tone.GOOD,
                Words.day(terms.from()) + (to == null ? "" : " – " + Words.day(to)));
    }

    private static String ordinal(int priority) {
        return switch (priority) {
            case 1 -> "first";
            case 2 -> "second";
            case 3 -> "third";
            default -> priority + "th";
        };
    }
}
