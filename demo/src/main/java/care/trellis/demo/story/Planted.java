package care.trellis.demo.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One problem that the script put into the clinic, and what a reader of the payer's rule expects to
 * come of it.
 *
 * @param kind a stable word
 * @param what was planted, in plain words
 * @param people whose problem it is, by name
 * @param date the day it shows; null where it is about no single day
 * @param state what becomes of the day: {@code HOLD} or {@code NOT_BILLABLE}; null where it is
 *     about no day
 * @param reason the code that the day should give; null likewise
 * @param fix the smallest change that would mend it
 * @param missing what the program has no room for yet, so that it could not be planted; null where
 *     nothing is missing
 */
public record Planted(
        Kind kind,
        String what,
        List<String> people,
        @Nullable LocalDate date,
        @Nullable String state,
        @Nullable String reason,
        String fix,
        @Nullable String missing) {

    /** What sort of problem. */
    public enum Kind {
        LATE_BY_A_MINUTE,
        AUTHORIZATION_ENDS_TOMORROW,
        NOTES_NEARLY_ALIKE,
        POSITIVE_ITEM_9,
        DENIED_CLAIM,
        NO_CONSENT,
        MISSING_SIGNATURE,
        AUTHORIZATION_OVERDRAWN
    }

    /** Copies the list. */
    public Planted {
        people = List.copyOf(people);
    }
}
