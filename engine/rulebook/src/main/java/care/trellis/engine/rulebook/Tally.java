package care.trellis.engine.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One day while it is being judged. */
final class Tally {

    final LocalDate date;
    final List<Entry> entries = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<RejectedLine> rejectedLines = new ArrayList<>();
    List<ChargedLine> lines = List.of();
    Bill bill = Bill.OPEN;

    /** Units the day would bill before any limit: those charged, else those its bill makes. */
    @Nullable Integer unitsAskedFor;

    @Nullable Integer unitsRejected;
    @Nullable String reasonRejected;
    @Nullable Integer neededMinutes;
    @Nullable Integer neededServices;
    int attended;
    int minutes;
    boolean minutesOpen;
    int services;

    Tally(LocalDate date) {
        this.date = date;
    }

    /** Adds up the sessions that count; the held ones only when asked. */
    void sum(boolean withHeld) {
        attended = 0;
        minutes = 0;
        minutesOpen = false;
        services = 0;
        for (var entry : entries) {
            var known = entry.session.minutes();
            attended += known == null ? 0 : known;
            if (entry.counts && (withHeld || !entry.held)) {
                services++;
                minutes += known == null ? 0 : known;
                minutesOpen |= known == null;
            }
        }
    }

    /** Whether the day is held or lost by its own rules. */
    boolean blocked() {
        for (var finding : findings) {
            if (finding.failed() && finding.effect().blocks()) {
                return true;
            }
        }
        return false;
    }
}
