package care.trellis.engine.x12.statuses;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One status of a claim, a line, or all claims of a file (STC).
 *
 * @param category such as {@code A1} received, {@code A2} on its way to a decision, {@code A3}
 *     returned, {@code A7} rejected for invalid information, {@code F2} denied, {@code P1} in
 *     process
 * @param code claim status code, such as {@code 20} (accepted for processing)
 * @param entity whom the code speaks of, such as {@code 85}; null when not said
 * @param date when it took effect, null when not said
 * @param action {@code WQ} accepted, {@code U} rejected; empty in a 277
 * @param cents amount spoken of, null when not said
 */
public record Status(
        String category,
        String code,
        @Nullable String entity,
        @Nullable LocalDate date,
        String action,
        @Nullable Long cents) {

    private static final Set<String> ACCEPTED = Set.of("A0", "A1", "A2", "A5");

    /**
     * Whether the claim was taken on.
     *
     * @return true for an accepting category that is not marked as rejected
     */
    public boolean accepted() {
        return ACCEPTED.contains(category) && !action.equals("U");
    }
}
