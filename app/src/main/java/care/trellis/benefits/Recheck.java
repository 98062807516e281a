package care.trellis.benefits;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a coverage must be looked at again. Once a month, since many plans end with one; with the
 * year, when deductibles begin anew; and when the card changed.
 */
public enum Recheck {
    NEVER("Never checked"),
    CHANGED("Coverage changed"),
    INACTIVE("Was not active"),
    YEAR("New year"),
    MONTH("A month ago");

    /** A check holds so many days. */
    public static final int DAYS = 30;

    private final String label;

    Recheck(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /**
     * Whether it is time.
     *
     * @param checked the day of the newest check; null when there is none
     * @param state what it found; null when there is none
     * @param changed the day on which the coverage last changed; null when it did not change since
     *     the check
     */
    public static Optional<Recheck> due(
            @Nullable LocalDate checked,
            Findings.@Nullable State state,
            @Nullable LocalDate changed,
            LocalDate today) {
        if (checked == null) {
            return Optional.of(NEVER);
        }
        if (changed != null && !changed.isBefore(checked)) {
            return Optional.of(CHANGED);
        }
        if (checked.getYear() != today.getYear()) {
            return Optional.of(YEAR);
        }
        if (state == Findings.State.INACTIVE && checked.isBefore(today)) {
            return Optional.of(INACTIVE);
        }
        return checked.plusDays(DAYS).isAfter(today) ? Optional.empty() : Optional.of(MONTH);
    }
}
