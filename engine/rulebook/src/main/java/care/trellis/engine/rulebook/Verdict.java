package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Week;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the decision off a judged week. */
final class Verdict {

    private final Week week;
    private final Rulebook rulebook;
    private final Scene scene;
    private final List<Tally> days;
    private final List<Finding> weekFindings;
    private final @Nullable Integer neededMinutes;
    private final @Nullable Integer neededDays;
    private final List<Finding> weekBlockers;
    private final boolean offersServices;

    Verdict(
            Week week,
            Rulebook rulebook,
            Scene scene,
            List<Tally> days,
            List<Finding> weekFindings,
            @Nullable Integer neededMinutes,
            @Nullable Integer neededDays) {
        this.week = week;
        this.rulebook = rulebook;
        this.scene = scene;
        this.days = days;
        this.weekFindings = weekFindings;
        this.neededMinutes = neededMinutes;
        this.neededDays = neededDays;
        this.weekBlockers = blockers(weekFindings);
        weekFindings.sort(rulebook.order);
        this.offersServices =
                rulebook.rules.stream()
                        .anyMatch(rule -> rule.effect() == Effect.BILL_SERVICES_INSTEAD);
    }

    Decision decision(List<String> violations) {
        var decided = new ArrayList<DayDecision>(days.size());
        for (var day : days) {
            decided.add(day(day));
        }
        return new Decision(
                rulebook.id(),
                rulebook.version(),
                List.copyOf(decided),
                new WeekVerdict(this, days, weekFindings, neededMinutes, neededDays).week(decided),
                new ClaimMaker(week, rulebook, scene, weekFindings).claim(decided),
                violations);
    }

    private DayDecision day(Tally day) {
        day.findings.sort(rulebook.order);
        var blockers = blockers(day.findings);
        blockers.addAll(weekBlockers);
        var status = status(blockers);
        var because =
                status == Status.BILLABLE ? List.<Finding>of() : because(blockers, withoutFor(day));
        return new DayDecision(
                day.date,
                status,
                because.isEmpty() ? null : because.getFirst().reason(),
                day.attended,
                day.minutes,
                day.neededMinutes,
                day.services,
                day.neededServices,
                day.bill,
                day.unitsRejected == null && !week.charges().isEmpty()
                        ? Integer.valueOf(0)
                        : day.unitsRejected,
                day.reasonRejected,
                List.copyOf(day.rejectedLines),
                documentation(day),
                deniedForAuthorization(because),
                discrete(status, because),
                sessions(day),
                because,
                List.copyOf(day.findings));
    }

    static List<Finding> blockers(List<Finding> findings) {
        var blockers = new ArrayList<Finding>();
        for (var finding : findings) {
            if (finding.failed() && finding.effect().blocks()) {
                blockers.add(finding);
            }
        }
        return blockers;
    }

    /**
     * Sessions that do not count are part of the answer only where a sum fell short: the day's own
     * for a sum of the day, those of the whole week for a sum of the week.
     */
    private List<Finding> withoutFor(Tally day) {
        if (sums(weekBlockers)) {
            var all = new ArrayList<Finding>();
            days.forEach(other -> all.addAll(notCounting(other)));
            return all;
        }
        return sums(day.findings) ? notCounting(day) : List.of();
    }

    static boolean sums(List<Finding> findings) {
        for (var finding : findings) {
            var fix = finding.fix();
            if (fix != null && fix.wanted() != null && finding.effect().blocks()) {
                var fact = Vocabulary.find(fix.wanted().fact());
                if (fact != null && fact.sums()) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<Finding> notCounting(Tally day) {
        var without = new ArrayList<Finding>();
        for (var finding : day.findings) {
            if (finding.failed() && finding.effect() == Effect.SESSION_DOES_NOT_COUNT) {
                without.add(finding);
            }
        }
        return without;
    }

    List<Finding> because(List<Finding> blockers, List<Finding> notCounting) {
        var all = new ArrayList<>(blockers);
        all.addAll(notCounting);
        all.sort(rulebook.order);
        return all.stream().distinct().toList();
    }

    static Status status(List<Finding> blockers) {
        var status = Status.BILLABLE;
        for (var finding : blockers) {
            if (finding.effect().loses()) {
                return Status.NOT_BILLABLE;
            }
            status = Status.HOLD;
        }
        return status;
    }

    private static @Nullable Boolean documentation(Tally day) {
        Boolean complete = null;
        for (var finding : day.findings) {
            if (finding.stage() == Stage.DOCUMENTATION) {
                if (finding.failed()) {
                    return false;
                }
                complete = finding.outcome() == Outcome.PASS ? Boolean.TRUE : complete;
            }
        }
        return complete;
    }

    /**
     * A billed day carries its unit and nothing beside it; of a day lost for another reason the
     * rulebook says nothing.
     */
    private @Nullable Boolean discrete(Status status, List<Finding> because) {
        if (!offersServices) {
            return null;
        }
        for (var finding : because) {
            if (finding.effect() != Effect.BILL_SERVICES_INSTEAD && finding.effect().blocks()) {
                return null;
            }
        }
        return status != Status.BILLABLE;
    }

    private static boolean deniedForAuthorization(List<Finding> because) {
        for (var finding : because) {
            if (finding.stage() == Stage.AUTHORIZATION) {
                return true;
            }
        }
        return false;
    }

    private List<SessionDecision> sessions(Tally day) {
        var sessions = new ArrayList<SessionDecision>(day.entries.size());
        for (var entry : day.entries) {
            var type = entry.session.serviceType();
            sessions.add(
                    new SessionDecision(
                            entry.session.id(),
                            entry.counts,
                            entry.counts ? entry.session.minutes() : Integer.valueOf(0),
                            entry.reason,
                            type == null ? null : ClaimMaker.revenueCode(rulebook, type)));
        }
        return List.copyOf(sessions);
    }
}
