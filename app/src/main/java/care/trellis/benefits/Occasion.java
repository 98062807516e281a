package care.trellis.benefits;

import care.trellis.sessions.Holidays;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes an estimate due, and by when: 45 CFR 149.610(b)(1)(vi), (vii) and (x). Pure. */
public enum Occasion {
    /** Care was scheduled. */
    SCHEDULED("Care was scheduled"),
    /** The client asked what it costs, with a payer or without one. */
    ASKED("The client asked"),
    /** Days ahead that no payer covers, or may hear of. */
    UNCOVERED("No payer covers days ahead"),
    /** A day costs something else than the estimate says. */
    PRICE("The price of a day changes"),
    /** More or fewer days a week are planned than the estimate says. */
    FREQUENCY("Other days a week are planned"),
    /** Care goes on past the weeks of the estimate, which are never more than twelve months. */
    DURATION("Care goes on past the estimate");

    private static final int SOON = 3;
    private static final int LATE = 10;

    private final String label;

    Occasion(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /**
     * The last day to give it.
     *
     * <ul>
     *   <li>Asked: three business days after.
     *   <li>Scheduled: three business days after where care begins at least ten ahead, one where it
     *       begins at least three ahead; nothing where it begins sooner and nobody asked.
     *   <li>Uncovered: one business day after; of days in a row some lie three ahead.
     *   <li>Of a change: the business day before its first day, or that day itself when it was not
     *       known sooner.
     * </ul>
     *
     * @param on the day that it happened or became known
     * @param firstDay of the care, or of the change; null while there is none
     */
    public Optional<LocalDate> giveBy(LocalDate on, @Nullable LocalDate firstDay) {
        return switch (this) {
            case ASKED -> Optional.of(businessDaysAfter(on, 3));
            case UNCOVERED -> Optional.of(businessDaysAfter(on, 1));
            case SCHEDULED -> {
                if (firstDay == null || firstDay.isBefore(businessDaysAfter(on, SOON))) {
                    yield Optional.empty();
                }
                boolean late = !firstDay.isBefore(businessDaysAfter(on, LATE));
                yield Optional.of(businessDaysAfter(on, late ? 3 : 1));
            }
            case PRICE, FREQUENCY, DURATION -> {
                if (firstDay == null) {
                    yield Optional.empty();
                }
                var before = businessDayBefore(firstDay);
                yield Optional.of(before.isBefore(on) ? on : before);
            }
        };
    }

    private static LocalDate businessDaysAfter(LocalDate day, int count) {
        var found = day;
        for (int left = count; left > 0; ) {
            found = found.plusDays(1);
            if (!Holidays.rests(found)) {
                left--;
            }
        }
        return found;
    }

    private static LocalDate businessDayBefore(LocalDate day) {
        var found = day.minusDays(1);
        while (Holidays.rests(found)) {
            found = found.minusDays(1);
        }
        return found;
    }
}
