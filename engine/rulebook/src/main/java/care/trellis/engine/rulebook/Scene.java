package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Authorization;
import care.trellis.engine.rulebook.facts.Week;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a test looks: the week, and the day and session in turn. Facts leave their value here. */
final class Scene {

    final Week week;
    final Authorization authorization;
    final Map<String, String> programs;
    final String ownProgram;
    final List<Tally> days;

    @Nullable Tally day;
    @Nullable Entry entry;
    @Nullable ChargedLine line;
    boolean withHeld = true;

    /** Value of a number, as a range: what is not known reaches from minus to plus infinity. */
    double low;

    double high;
    @Nullable String text;

    /** Of a fact with several words at once; it is met when one of them is. */
    @Nullable List<String> words;

    @Nullable Boolean flag;

    /**
     * Days the authorization still covers, at the rate of the day in view; below zero when
     * overdrawn.
     */
    double authorizedDaysLeft = Double.POSITIVE_INFINITY;

    Scene(
            Week week,
            Authorization authorization,
            Map<String, String> programs,
            String ownProgram,
            List<Tally> days) {
        this.week = week;
        this.authorization = authorization;
        this.programs = programs;
        this.ownProgram = ownProgram;
        this.days = days;
    }

    Tally day() {
        if (day == null) {
            throw new IllegalStateException("no day in view");
        }
        return day;
    }

    Entry entry() {
        if (entry == null) {
            throw new IllegalStateException("no session in view");
        }
        return entry;
    }

    ChargedLine line() {
        if (line == null) {
            throw new IllegalStateException("no line in view");
        }
        return line;
    }

    /** First day of the week under decision; where that is not known, the first with a session. */
    LocalDate weekStart() {
        var starts = week.program().weekStarts();
        return starts != null ? starts : days.getFirst().date;
    }

    /** Weeks from the first day of the week to the last session, at least one. */
    int weeks() {
        if (days.isEmpty()) {
            return 1;
        }
        long span = ChronoUnit.DAYS.between(weekStart(), days.getLast().date);
        return (int) Math.max(1, span / 7 + 1);
    }

    void word(@Nullable Enum<?> value) {
        text = value == null ? null : value.name();
    }

    void any(@Nullable List<String> several) {
        text = several == null ? null : String.join(", ", several);
        words = several;
    }

    /** Whole days since; not known when it is still to come. */
    void daysSince(@Nullable LocalDate then, @Nullable LocalDate now) {
        number(
                then == null || now == null || then.isAfter(now)
                        ? null
                        : ChronoUnit.DAYS.between(then, now));
    }

    void exactly(double value) {
        low = value;
        high = value;
    }

    void number(@Nullable Number value) {
        if (value == null) {
            low = Double.NEGATIVE_INFINITY;
            high = Double.POSITIVE_INFINITY;
        } else {
            exactly(value.doubleValue());
        }
    }

    void atLeast(double known, boolean open) {
        low = known;
        high = open ? Double.POSITIVE_INFINITY : known;
    }
}
