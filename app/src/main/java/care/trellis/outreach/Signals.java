package care.trellis.outreach;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * All that the early warning looks at of one stay, as of the end of one day. Nothing about who the
 * person is; only what happened.
 *
 * @param admittedOn the first day of the stay
 * @param asOf the day that is judged; nothing later is in here
 * @param days program days of the stay up to then, the oldest first
 * @param worse how the scores turned, in words; empty where they did not
 * @param lastScoreOn the day of the newest score; the admission where there is none
 * @param checkIns days of the last two weeks on which a daily check-in was kept
 * @param everCheckedIn whether this stay knows check-ins at all
 * @param hardDays whether two hard check-ins in a row stand within two weeks
 * @param unexplainedTests days of results that nothing explains
 * @param barriers what stands in the way, in words
 */
public record Signals(
        LocalDate admittedOn,
        LocalDate asOf,
        List<Day> days,
        String worse,
        LocalDate lastScoreOn,
        List<LocalDate> checkIns,
        boolean everCheckedIn,
        boolean hardDays,
        List<LocalDate> unexplainedTests,
        List<String> barriers) {

    /** Keeps its own copies, the days in order. */
    public Signals {
        days = days.stream().sorted(Comparator.comparing(Day::date)).toList();
        checkIns = List.copyOf(checkIns);
        unexplainedTests = List.copyOf(unexplainedTests);
        barriers = List.copyOf(barriers);
    }

    /**
     * One program day.
     *
     * @param expected minutes that were planned
     * @param attended minutes that the client was there
     * @param excused away with the program's agreement
     * @param late came more than 15 minutes late to the first group
     * @param early left more than 15 minutes before the end of the last
     */
    public record Day(
            LocalDate date,
            int expected,
            int attended,
            boolean excused,
            boolean late,
            boolean early) {

        /** Was not there at all, and nobody had agreed to it. */
        public boolean missed() {
            return attended == 0 && !excused;
        }
    }

    /** The program days from that many days before on. */
    List<Day> last(int days) {
        return this.days.stream().filter(day -> day.date().isAfter(asOf.minusDays(days))).toList();
    }
}
