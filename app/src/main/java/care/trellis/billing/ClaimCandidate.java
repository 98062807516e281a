package care.trellis.billing;

import care.trellis.base.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim that a waiting line may belong to.
 *
 * @param line the line of the claim that it would be posted to; null for the claim as a whole
 * @param date of that line
 * @param charge of that line, or of the claim
 * @param paid what the payer paid for the claim so far
 * @param why what agrees, a word each such as {@code member id}; never empty
 */
public record ClaimCandidate(
        ClaimId claim,
        @Nullable UUID line,
        String number,
        String name,
        String payer,
        @Nullable LocalDate date,
        Money charge,
        Money paid,
        List<String> why) {

    public ClaimCandidate {
        why = List.copyOf(why);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "ClaimCandidate[" + number + "]";
    }
}
