package care.trellis.transitions;

import static care.trellis.base.Action.LEVEL_CHANGE;
import static care.trellis.transitions.Guidance.Standing.ASK;
import static care.trellis.transitions.Guidance.Standing.DOES_NOT_HOLD;
import static care.trellis.transitions.Guidance.Standing.HOLDS;
import static care.trellis.transitions.Guidance.Standing.NOT_KNOWN;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.transitions.Guidance.Sign;
import care.trellis.transitions.Guidance.Standing;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the signs for a step up or down. The numbers are the working rules of the program's manual
 * for response-guided care: they prompt a look, and no number changes anybody's care.
 */
@Component
public class Guidances {

    private static final int TEST_DAYS = 14;
    private static final int POSITIVES = 2;
    private static final int DAYS = 28;
    private static final int GOALS_PERCENT = 70;
    private static final int ATTENDANCE_PERCENT = 85;

    /** Reliable change of the PHQ-9 and its caseness (NHS Talking Therapies manual). */
    private static final int RELIABLE = 6;

    private static final int CASENESS = 10;
    private static final int COURSE_WEEKS = 16;

    private final GuidanceRecords records;
    private final Clients clients;

    Guidances(GuidanceRecords records, Clients clients) {
        this.records = records;
        this.clients = clients;
    }

    /** The signs as they stand today. The page that shows them records the reading. */
    @Transactional(readOnly = true)
    public Guidance of(Permit permit, ClientId client) {
        permit.require(LEVEL_CHANGE, Transitions.resource(client));
        var today = clients.today(permit, client);
        var scores = records.depression(client, today.minusWeeks(COURSE_WEEKS));
        return new Guidance(
                List.of(risk(client), tests(client, today), withdrawal(client), worse(scores)),
                List.of(
                        goals(client),
                        better(client, today, scores),
                        attended(client, today),
                        new Sign(
                                "Supports after the step are confirmed",
                                ASK,
                                "Ask who is there for them, and who they see next.")));
    }

    private Sign risk(ClientId client) {
        int flags = records.highFlags(client);
        return new Sign(
                "A high or imminent risk is flagged",
                flags > 0 ? HOLDS : DOES_NOT_HOLD,
                flags == 0 ? "No such flag is open." : counted(flags, "open flag", "open flags"));
    }

    private Sign tests(ClientId client, LocalDate today) {
        int unexpected = records.unexpectedTests(client, today.minusDays(TEST_DAYS));
        return new Sign(
                "Two drug tests in 14 days not as told, with risk rising",
                unexpected >= POSITIVES ? HOLDS : DOES_NOT_HOLD,
                counted(unexpected, "such result", "such results")
                        + " in 14 days"
                        + (unexpected >= POSITIVES ? "; say whether risk is rising." : "."));
    }

    private Sign withdrawal(ClientId client) {
        int alerts = records.withdrawalAlerts(client);
        return new Sign(
                "A withdrawal scale (COWS, CIWA-Ar) calls for more",
                alerts > 0 ? HOLDS : DOES_NOT_HOLD,
                alerts == 0
                        ? "No such alert is open."
                        : counted(alerts, "open alert", "open alerts"));
    }

    private static Sign worse(List<GuidanceRecords.Score> scores) {
        if (scores.size() < 3) {
            return new Sign(
                    "PHQ-9 reliably worse twice in a row", NOT_KNOWN, "Fewer than three scores.");
        }
        int first = scores.getFirst().total();
        int before = scores.get(scores.size() - 2).total();
        int last = scores.getLast().total();
        boolean worse = before - first >= RELIABLE && last - first >= RELIABLE;
        return new Sign(
                "PHQ-9 reliably worse twice in a row",
                worse ? HOLDS : DOES_NOT_HOLD,
                "%d at first, then %d and %d; 6 points are a reliable change."
                        .formatted(first, before, last));
    }

    private Sign goals(ClientId client) {
        var met = records.objectives(client);
        return new Sign(
                "At least 70 % of the objectives are met",
                met.whole() == 0 ? NOT_KNOWN : holds(met.percent() >= GOALS_PERCENT),
                met.whole() == 0
                        ? "No objective on the plan."
                        : "%d of %d met.".formatted(met.part(), met.whole()));
    }

    private Sign better(ClientId client, LocalDate today, List<GuidanceRecords.Score> scores) {
        boolean substance = records.kind(client, today).filter("SUD"::equals).isPresent();
        if (substance) {
            var since = today.minusDays(DAYS);
            int tests = records.tests(client, since);
            var last = records.lastUnexpected(client);
            return new Sign(
                    "28 days without use",
                    tests == 0
                            ? NOT_KNOWN
                            : holds(last.filter(day -> day.isAfter(since)).isEmpty()),
                    tests == 0
                            ? "No drug test in 28 days; ask, and look at the diary."
                            : "%s in 28 days, %s."
                                    .formatted(
                                            counted(tests, "test", "tests"),
                                            last.filter(day -> day.isAfter(since))
                                                    .map(day ->
                                                            "the last one not as told on " + day)
                                                    .orElse("all as told")));
        }
        if (scores.size() < 2) {
            return new Sign("PHQ-9 below 10 twice in a row", NOT_KNOWN, "Fewer than two scores.");
        }
        int before = scores.get(scores.size() - 2).total();
        int last = scores.getLast().total();
        return new Sign(
                "PHQ-9 below 10 twice in a row",
                holds(before < CASENESS && last < CASENESS),
                "%d, then %d.".formatted(before, last));
    }

    private Sign attended(ClientId client, LocalDate today) {
        var kept = records.attendance(client, today.minusDays(DAYS));
        return new Sign(
                "At least 85 % of the sessions are kept",
                kept.whole() == 0 ? NOT_KNOWN : holds(kept.percent() >= ATTENDANCE_PERCENT),
                kept.whole() == 0
                        ? "Nothing marked in 28 days."
                        : "%d %% in 28 days: %d of %d."
                                .formatted(kept.percent(), kept.part(), kept.whole()));
    }

    private static Standing holds(boolean it) {
        return it ? HOLDS : DOES_NOT_HOLD;
    }

    private static String counted(int number, String one, String many) {
        return number == 0 ? "No " + many : number == 1 ? "One " + one : number + " " + many;
    }
}
