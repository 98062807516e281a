package care.trellis.benefits;

import care.trellis.sessions.Holidays;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes a good-faith estimate due, and by when: 45 CFR 149.610(b)(1)(vi). Pure. */
public enum Occasion {
    /** Care was scheduled. */
    SCHEDULED("Care was scheduled"),
    /** The client asked what it costs. */
    ASKED("The client asked");

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
     * The last day to give it: three business days after somebody asked, or after scheduling at
     * least ten business days ahead; one after scheduling at least three ahead. Nothing where care
     * begins sooner and nobody asked.
     *
     * @param on the day that it happened
     * @param firstDay of the care; null while there is none
     */
    public Optional<LocalDate> giveBy(LocalDate on, @Nullable LocalDate firstDay) {
        if (this == ASKED) {
            return Optional.of(businessDaysAfter(on, 3));
        }
        if (firstDay == null || firstDay.isBefore(businessDaysAfter(on, SOON))) {
            return Optional.empty();
        }
        boolean late = !firstDay.isBefore(businessDaysAfter(on, LATE));
        return Optional.of(businessDaysAfter(on, late ? 3 : 1));
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
}
