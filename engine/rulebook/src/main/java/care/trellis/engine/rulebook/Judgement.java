package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Authorization;
import care.trellis.engine.rulebook.facts.Session;
import care.trellis.engine.rulebook.facts.Week;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One week on its way to a decision: sessions first, then days, then the week, then the draw-down
 * of the authorization, because each looks at what the one before left standing.
 */
final class Judgement {

    /** Content before names, so that the order of the input never shows. */
    private static final Comparator<Session> ORDER =
            Comparator.comparing(Session::date)
                    .thenComparing(
                            Session::startMinute, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(
                            Session::endMinute, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Session::id);

    private final Week week;
    private final Rulebook rulebook;
    private final Authorization authorization;
    private final List<Hold> holds;
    private final List<Tally> days = new ArrayList<>();
    private final List<Finding> weekFindings = new ArrayList<>();
    private final TreeSet<String> violations = new TreeSet<>();
    private final Scene scene;
    private @Nullable Integer neededMinutes;
    private @Nullable Integer neededDays;

    Judgement(Week week, Rulebook rulebook, Authorization authorization, List<Hold> holds) {
        this.week = week;
        this.rulebook = rulebook;
        this.authorization = authorization;
        this.holds = holds;
        this.scene = new Scene(week, authorization, rulebook.programs, rulebook.ownProgram, days);
    }

    Decision decide() {
        layOut();
        for (var day : days) {
            judgeSessions(day);
            day.sum(true);
        }
        for (var day : days) {
            scene.day = day;
            day.lines = Charges.lines(scene, day);
            Biller.bill(rulebook, scene);
            judgeDay(day);
            judgeLines(day);
            scene.day = null;
        }
        judgeWeek();
        leanOnHeldSessions();
        applyHolds();
        new DrawDown(rulebook, authorization, scene).apply();
        return new Verdict(week, rulebook, scene, days, weekFindings, neededMinutes, neededDays)
                .decision(List.copyOf(violations));
    }

    private void layOut() {
        var sessions = new ArrayList<>(week.sessions());
        sessions.sort(ORDER);
        Tally day = null;
        for (var session : sessions) {
            if (day == null || !day.date.equals(session.date())) {
                day = new Tally(session.date());
                days.add(day);
            }
            day.entries.add(new Entry(session));
        }
    }

    private void judgeSessions(Tally day) {
        scene.day = day;
        for (var rule : rulebook.rules) {
            if (rule.scope() == Scope.SESSION) {
                judgeSessions(rule, day);
            }
        }
        scene.entry = null;
    }

    private void judgeSessions(Rule rule, Tally day) {
        int met = 0;
        for (var entry : day.entries) {
            scene.entry = entry;
            if (!rule.applies(scene)) {
                continue;
            }
            var outcome = rule.test().check(scene);
            if (outcome == Outcome.PASS) {
                met++;
                continue;
            }
            day.findings.add(Findings.ofSession(rule, outcome, scene, day.date));
            if (outcome == Outcome.FAIL) {
                breakSession(rule, entry);
            }
        }
        if (met > 0) {
            day.findings.add(Findings.met(rule, met, day.date));
        }
    }

    private void breakSession(Rule rule, Entry entry) {
        entry.counts &= rule.effect() != Effect.SESSION_DOES_NOT_COUNT;
        entry.held |= rule.effect() == Effect.HOLD;
        if (entry.reason == null) {
            entry.reason = rule.reason();
        }
        note(rule);
    }

    private void judgeLines(Tally day) {
        for (var rule : rulebook.rules) {
            if (rule.scope() == Scope.LINE) {
                judgeLines(rule, day);
            }
        }
        scene.line = null;
    }

    private void judgeLines(Rule rule, Tally day) {
        int met = 0;
        for (var line : day.lines) {
            scene.line = line;
            if (!rule.applies(scene)) {
                continue;
            }
            var outcome = rule.test().check(scene);
            if (outcome == Outcome.PASS) {
                met++;
                continue;
            }
            day.findings.add(Findings.ofLine(rule, outcome, scene, day.date));
            if (outcome == Outcome.FAIL) {
                note(rule);
                if (rule.effect() == Effect.REJECT_LINE) {
                    day.rejectedLines.add(Charges.rejected(line, line.asked(), rule.reason()));
                }
            }
        }
        if (met > 0) {
            day.findings.add(Findings.met(rule, met, day.date));
        }
    }

    private void judgeDay(Tally day) {
        day.findings.add(Findings.inForce(rulebook, day.date));
        for (var rule : rulebook.rules) {
            if (rule.scope() != Scope.DAY || rule.drawsDown() || !rule.applies(scene)) {
                continue;
            }
            need(rule, day);
            var outcome = rule.test().check(scene);
            day.findings.add(Findings.of(rule, outcome, scene, effectOn(rule, day.date), day.date));
            if (outcome == Outcome.FAIL) {
                note(rule);
            }
            new Limit(rule, scene).apply(day, outcome);
        }
    }

    private static void need(Rule rule, Tally day) {
        if (rule.test().relation() != Relation.AT_LEAST) {
            return;
        }
        switch (rule.test().fact().name()) {
            case "day.minutes" -> day.neededMinutes = (int) rule.test().number();
            case "day.services" -> day.neededServices = (int) rule.test().number();
            default -> {}
        }
    }

    private void judgeWeek() {
        for (var rule : rulebook.rules) {
            if (rule.scope() != Scope.WEEK || !rule.applies(scene)) {
                continue;
            }
            needOfWeek(rule);
            var outcome = rule.test().check(scene);
            weekFindings.add(Findings.of(rule, outcome, scene, effectOnWeek(rule), null));
            if (outcome == Outcome.FAIL) {
                note(rule);
            }
        }
    }

    private void needOfWeek(Rule rule) {
        if (rule.test().relation() != Relation.AT_LEAST) {
            return;
        }
        switch (rule.test().fact().name()) {
            case "week.minutes" -> neededMinutes = (int) rule.test().number();
            case "week.days" -> neededDays = (int) rule.test().number();
            default -> {}
        }
    }

    /**
     * A week that reaches its minimum only with sessions that are held (an unsigned note) is held
     * with them.
     */
    private void leanOnHeldSessions() {
        if (days.stream().noneMatch(day -> day.entries.stream().anyMatch(entry -> entry.held))) {
            return;
        }
        scene.withHeld = false;
        days.forEach(day -> day.sum(false));
        boolean leans = false;
        for (var rule : rulebook.rules) {
            leans |=
                    rule.scope() == Scope.WEEK
                            && rule.effect().blocks()
                            && rule.test().fact().sums()
                            && rule.applies(scene)
                            && rule.test().check(scene) == Outcome.FAIL;
        }
        scene.withHeld = true;
        days.forEach(day -> day.sum(true));
        if (leans) {
            for (var day : days) {
                for (var finding : day.findings) {
                    if (finding.failed()
                            && finding.effect() == Effect.HOLD
                            && finding.sessionId() != null) {
                        weekFindings.add(finding);
                    }
                }
            }
        }
    }

    private void applyHolds() {
        for (var hold : holds) {
            if (hold.date() == null) {
                weekFindings.add(Findings.of(hold, null));
            }
            for (var day : days) {
                if (day.date.equals(hold.date())) {
                    day.findings.add(Findings.of(hold, day.date));
                }
            }
        }
    }

    /** What has not ended yet is not lost: sums of a day in progress are held. */
    private Effect effectOn(Rule rule, LocalDate date) {
        var asOf = week.course().asOf();
        boolean open = asOf != null && !asOf.isAfter(date);
        return soften(rule, open);
    }

    private Effect effectOnWeek(Rule rule) {
        var asOf = week.course().asOf();
        var starts = week.program().weekStarts();
        boolean open = asOf != null && starts != null && asOf.isBefore(starts.plusDays(7));
        return soften(rule, open);
    }

    private static Effect soften(Rule rule, boolean open) {
        return open && rule.test().fact().sums() && rule.effect().loses()
                ? Effect.HOLD
                : rule.effect();
    }

    private void note(Rule rule) {
        if (rule.violation() || rule.effect() == Effect.VIOLATION) {
            violations.add(rule.reason());
        }
    }
}
