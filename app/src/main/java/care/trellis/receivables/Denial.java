package care.trellis.receivables;

import care.trellis.base.Money;
import care.trellis.billing.ClaimId;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim that a payer answered and did not pay in full.
 *
 * @param open what the payer still owes by our books
 * @param reasons what it gives as reasons, the heaviest first
 * @param remarks remark codes
 * @param answeredOn day of its last answer
 * @param appealBy last day for an appeal
 * @param correctBy last day on which the payer takes a corrected claim
 * @param chance of winning, 0 to 1
 * @param minutes of work it usually takes
 * @param history how many closed denials of this payer and reason the chance rests on
 * @param owner who has taken it; null while nobody has
 * @param waitingSince appealed: the payer's turn; null otherwise
 * @param asked whether a decision on it waits for a second person
 */
public record Denial(
        ClaimId claim,
        String number,
        ClientId client,
        String name,
        ContractId contract,
        String payer,
        LocalDate from,
        LocalDate through,
        Money charge,
        Money open,
        List<Reason> reasons,
        List<String> remarks,
        Cause cause,
        LocalDate answeredOn,
        LocalDate appealBy,
        LocalDate correctBy,
        double chance,
        int minutes,
        int history,
        @Nullable String owner,
        @Nullable Instant waitingSince,
        boolean asked) {

    /**
     * Why a part was not paid.
     *
     * @param group CO, PI or OA
     * @param code claim adjustment reason code
     */
    public record Reason(String group, String code, Money amount) {}

    /** Keeps its own copies of the lists. */
    public Denial {
        reasons = List.copyOf(reasons);
        remarks = List.copyOf(remarks);
    }

    /** The reason that weighs most; empty when the payer gave none. */
    public String reason() {
        return reasons.isEmpty() ? "" : reasons.getFirst().code();
    }

    /** Cents that a minute of work is expected to bring. */
    public double centsPerMinute() {
        return open.cents() * chance / minutes;
    }

    /**
     * The clock that runs out next: for an appeal or for a corrected claim; the later of the two
     * once one has passed.
     */
    public LocalDate deadline(LocalDate today) {
        var first = appealBy.isBefore(correctBy) ? appealBy : correctBy;
        return first.isBefore(today) ? (first == appealBy ? correctBy : appealBy) : first;
    }

    /** Days until that clock runs out; negative once both have. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, deadline(today));
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Denial[" + number + "]";
    }
}
