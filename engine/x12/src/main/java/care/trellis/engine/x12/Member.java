package care.trellis.engine.x12;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person as a payer knows one: whom a question or an answer about coverage is of.
 *
 * @param lastName at most 60 characters; empty when the file names none
 * @param firstName at most 35 characters; empty when the file names none
 * @param memberId as printed on the card; empty when the file gives none
 * @param birthDate null when not said
 * @param sex {@code F}, {@code M} or {@code U}; null when not said
 */
public record Member(
        String lastName,
        String firstName,
        String memberId,
        @Nullable LocalDate birthDate,
        @Nullable String sex) {

    /** Names nobody. */
    @Override
    public String toString() {
        return "Member";
    }
}
