package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Authorization;
import care.trellis.engine.rulebook.facts.Week;
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
    boolean withHeld = true;

    /** Value of a number, as a range: what is not known reaches from minus to plus infinity. */
    double low;

    double high;
    @Nullable String text;
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
