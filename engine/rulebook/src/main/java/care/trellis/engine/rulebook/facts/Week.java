package care.trellis.engine.rulebook.facts;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client's week (or claim): everything a rule may look at, except the authorization.
 *
 * @param sessions the sessions attended, in any order
 * @param charges the lines charged for each day of the week; empty where none are known yet
 * @param dayTotal amount charged for the day
 * @param otherClaims other claims of this client
 * @param history earlier services of this client
 */
public record Week(
        Client client,
        Program program,
        PlanOfCare plan,
        List<Session> sessions,
        List<ChargeLine> charges,
        @Nullable BigDecimal dayTotal,
        Billing billing,
        List<OtherClaim> otherClaims,
        List<PastService> history,
        Course course) {

    /** Copies the lists, so that a week never changes under a decision. */
    public Week {
        sessions = List.copyOf(sessions);
        charges = List.copyOf(charges);
        otherClaims = List.copyOf(otherClaims);
        history = List.copyOf(history);
    }

    /** A week as the ledger knows it: nothing charged yet, no other claims. */
    public static Week of(
            Client client,
            Program program,
            PlanOfCare plan,
            List<Session> sessions,
            Course course) {
        return new Week(
                client,
                program,
                plan,
                sessions,
                List.of(),
                null,
                Billing.UNKNOWN,
                List.of(),
                List.of(),
                course);
    }
}
