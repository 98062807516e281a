package care.trellis.billing;

import care.trellis.base.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a biller knows of the claim that a line belongs to. Whatever is given counts for a claim
 * that agrees with it; what agrees with most comes first.
 *
 * @param number our control number, or a part of it; empty for not known
 * @param memberId the client's member id at the payer; empty for not known
 * @param charge of a line or of the whole claim
 */
public record ClaimSearch(
        String number, String memberId, @Nullable LocalDate date, @Nullable Money charge) {

    public ClaimSearch {
        number = number.strip();
        memberId = memberId.strip();
    }

    /** Names no member: logs may hold it. */
    @Override
    public String toString() {
        return "ClaimSearch[]";
    }
}
