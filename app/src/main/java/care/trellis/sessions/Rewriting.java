package care.trellis.sessions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which session ahead stands for which date of a changed series, so that rosters stay with their
 * sessions: the same date first, else the next free one of the same week or month.
 *
 * @param moved sessions that take place on these dates from now on
 * @param kept sessions that stay as they are and stand for these dates of the series
 * @param alone sessions that stay as they are and stand for no date any more
 * @param gone sessions without a date, to be called off
 * @param added dates without a session
 */
record Rewriting(
        Map<SessionId, LocalDate> moved,
        Map<SessionId, LocalDate> kept,
        List<SessionId> alone,
        List<SessionId> gone,
        Set<LocalDate> added) {

    /**
     * A session of the series that is still ahead.
     *
     * @param slot the date of the series that it stands for
     * @param fixed stays as it is
     */
    record Ahead(SessionId session, LocalDate slot, boolean fixed) {}

    static Rewriting of(List<Ahead> ahead, List<LocalDate> dates, Recurrence rule) {
        var free = new LinkedHashSet<>(dates);
        var places = new LinkedHashMap<SessionId, LocalDate>();
        var open = new ArrayList<Ahead>();
        for (var one : ahead) {
            if (free.remove(one.slot())) {
                places.put(one.session(), one.slot());
            } else {
                open.add(one);
            }
        }
        open.sort(Comparator.comparing((Ahead one) -> !one.fixed()).thenComparing(Ahead::slot));
        var without = new HashSet<SessionId>();
        for (var one : open) {
            near(free, one.slot(), rule)
                    .ifPresentOrElse(
                            date -> {
                                free.remove(date);
                                places.put(one.session(), date);
                            },
                            () -> without.add(one.session()));
        }
        var moved = new LinkedHashMap<SessionId, LocalDate>();
        var kept = new LinkedHashMap<SessionId, LocalDate>();
        var alone = new ArrayList<SessionId>();
        var gone = new ArrayList<SessionId>();
        for (var one : ahead) {
            if (without.contains(one.session())) {
                (one.fixed() ? alone : gone).add(one.session());
            } else {
                (one.fixed() ? kept : moved).put(one.session(), places.get(one.session()));
            }
        }
        return new Rewriting(moved, kept, alone, gone, free);
    }

    private static Optional<LocalDate> near(Set<LocalDate> free, LocalDate slot, Recurrence rule) {
        return free.stream()
                .filter(date -> rule.periodOf(date).equals(rule.periodOf(slot)))
                .findFirst();
    }
}
