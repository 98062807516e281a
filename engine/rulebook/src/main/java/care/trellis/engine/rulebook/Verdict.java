package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Week;
import java.math.BigDecimal;
import java.time.LocalDate;
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
        weekFindings.sort(Findings.ORDER);
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
                week(decided),
                new ClaimMaker(week, rulebook, scene, weekFindings).claim(decided),
                violations);
    }

    private DayDecision day(Tally day) {
        day.findings.sort(Findings.ORDER);
        var blockers = blockers(day.findings);
        blockers.addAll(weekBlockers);
        var status = status(blockers);
        var because =
                status == Status.BILLABLE ? List.<Finding>of() : because(blockers, withoutFor(day));
        var bill = bill(day);
        return new DayDecision(
                day.date,
                status,
                because.isEmpty() ? null : because.getFirst().reason(),
                day.attended,
                day.minutes,
                day.neededMinutes,
                day.services,
                day.neededServices,
                bill,
                day.unitsRejected == null && !week.charges().isEmpty()
                        ? Integer.valueOf(0)
                        : day.unitsRejected,
                day.reasonRejected,
                List.copyOf(day.rejectedLines),
                documentation(day),
                deniedForAuthorization(because),
                sessions(day),
                because,
                List.copyOf(day.findings));
    }

    private WeekDecision week(List<DayDecision> decided) {
        int attended = 0;
        int minutes = 0;
        int served = 0;
        int units = 0;
        var notCounting = new ArrayList<Finding>();
        for (var day : days) {
            attended += day.attended;
            minutes += day.minutes;
            served += day.services > 0 ? 1 : 0;
            notCounting.addAll(notCounting(day));
        }
        for (var day : decided) {
            units += day.billable() ? day.bill().units() : 0;
        }
        var status = status(weekBlockers);
        var because =
                status == Status.BILLABLE
                        ? List.<Finding>of()
                        : because(weekBlockers, sums(weekBlockers) ? notCounting : List.of());
        if (status == Status.BILLABLE && decided.stream().noneMatch(DayDecision::billable)) {
            boolean held = decided.stream().anyMatch(day -> day.status() == Status.HOLD);
            status = held ? Status.HOLD : Status.NOT_BILLABLE;
            var all = new ArrayList<Finding>();
            decided.forEach(day -> all.addAll(day.because()));
            because = because(all, List.of());
        }
        boolean billable = status == Status.BILLABLE;
        var first = decided.isEmpty() ? null : decided.getFirst().bill();
        return new WeekDecision(
                status,
                because.isEmpty() ? null : because.getFirst().reason(),
                attended,
                minutes,
                neededMinutes,
                served,
                neededDays,
                billable && first != null ? first.code() : null,
                units,
                first == null ? null : first.unitType(),
                because,
                List.copyOf(weekFindings));
    }

    private static List<Finding> blockers(List<Finding> findings) {
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

    private static boolean sums(List<Finding> findings) {
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

    private static List<Finding> notCounting(Tally day) {
        var without = new ArrayList<Finding>();
        for (var finding : day.findings) {
            if (finding.failed() && finding.effect() == Effect.SESSION_DOES_NOT_COUNT) {
                without.add(finding);
            }
        }
        return without;
    }

    private static List<Finding> because(List<Finding> blockers, List<Finding> notCounting) {
        var all = new ArrayList<>(blockers);
        all.addAll(notCounting);
        all.sort(Findings.ORDER);
        return all.stream().distinct().toList();
    }

    private static Status status(List<Finding> blockers) {
        var status = Status.BILLABLE;
        for (var finding : blockers) {
            if (finding.effect() == Effect.NOT_BILLABLE) {
                return Status.NOT_BILLABLE;
            }
            status = Status.HOLD;
        }
        return status;
    }

    private Bill bill(Tally day) {
        scene.day = day;
        String code = null;
        String revenueCode = null;
        List<String> modifiers = null;
        int units = 1;
        String unitType = null;
        String paymentClass = null;
        String apc = null;
        String basis = null;
        BigDecimal amount = null;
        Integer programLines = null;
        for (var block : rulebook.bill) {
            if (!applies(block, day.date)) {
                continue;
            }
            code = or(block.text("code"), code);
            revenueCode = or(block.text("revenue_code"), revenueCode);
            modifiers =
                    block.values().containsKey("modifiers") ? block.list("modifiers") : modifiers;
            units =
                    block.values().containsKey("units_per_day")
                            ? whole(block, "units_per_day", units)
                            : units;
            unitType = or(block.text("unit_type"), unitType);
            paymentClass = or(block.text("payment_class"), paymentClass);
            apc = or(block.text("apc"), apc);
            basis = or(block.text("payment_rate_basis"), basis);
            amount =
                    block.values().containsKey("payment_amount")
                            ? block.amount("payment_amount")
                            : amount;
            programLines =
                    block.values().containsKey("max_program_lines_payable")
                            ? block.whole("max_program_lines_payable")
                            : programLines;
        }
        scene.day = null;
        return new Bill(
                code,
                revenueCode,
                modifiers,
                units,
                unitType,
                paymentClass,
                apc,
                basis,
                amount,
                programLines);
    }

    private boolean applies(BillBlock block, LocalDate date) {
        return block.period().covers(date) && Test.all(block.when(), scene) == Outcome.PASS;
    }

    private static int whole(BillBlock block, String key, int otherwise) {
        var value = block.whole(key);
        return value == null ? otherwise : value;
    }

    private static @Nullable String or(@Nullable String later, @Nullable String earlier) {
        return later == null ? earlier : later;
    }

    private static @Nullable Boolean documentation(Tally day) {
        Boolean complete = true;
        for (var finding : day.findings) {
            if (finding.stage() == Stage.DOCUMENTATION) {
                if (finding.failed()) {
                    return false;
                }
                complete = finding.outcome() == Outcome.UNKNOWN ? null : complete;
            }
        }
        return complete;
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
