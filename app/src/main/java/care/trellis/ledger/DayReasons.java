package care.trellis.ledger;

import care.trellis.authorizations.AuthorizationId;
import care.trellis.base.Money;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why one client-day is what it is: every figure of the chain, and every predicate behind it.
 *
 * @param contract of the coverage, whether its rules could be asked or not
 * @param rules title of the rule set that decided; absent where none could be asked
 * @param neededMinutes minutes this payer asks of a day; absent where it asks for none
 * @param neededServices services this payer asks of a day; absent where it asks for none
 * @param services sessions that count
 * @param week the week it belongs to
 * @param reason the check that the state hangs on; absent when billable or planned
 * @param ownerName the person whose work the fix is, where it is one person's
 * @param checks all of them: first those that are no payer's, then the payer's in their order
 * @param lines what the day is billed as, or would be
 * @param validUntil when time itself changes the answer
 */
public record DayReasons(
        ClientId client,
        String name,
        String recordNumber,
        LocalDate date,
        ZoneId zone,
        DayState state,
        @Nullable String payer,
        @Nullable ContractId contract,
        @Nullable String rules,
        @Nullable String ruleSet,
        @Nullable String ruleVersion,
        @Nullable Integer prescribedWeek,
        int scheduled,
        int attended,
        int documented,
        int countable,
        @Nullable Integer neededMinutes,
        int services,
        @Nullable Integer neededServices,
        WeekFigures week,
        @Nullable Authorized authorized,
        boolean authorizationRequired,
        @Nullable Check reason,
        @Nullable String ownerName,
        Money expected,
        List<Attended> sessions,
        List<Check> checks,
        List<BilledLine> lines,
        @Nullable Instant validUntil) {

    public DayReasons {
        sessions = List.copyOf(sessions);
        checks = List.copyOf(checks);
        lines = List.copyOf(lines);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "DayReasons[" + client.value() + " " + date + "]";
    }

    /**
     * Minutes of the whole week.
     *
     * @param needed what this payer asks of a week; absent where it asks for none
     */
    public record WeekFigures(int attended, int countable, @Nullable Integer needed) {}

    /**
     * The authorization that covers the day.
     *
     * @param granted units granted
     * @param usedBefore units that earlier days draw, of this week too
     * @param drawn what this day draws
     */
    public record Authorized(
            AuthorizationId id,
            String number,
            String unit,
            BigDecimal granted,
            BigDecimal usedBefore,
            BigDecimal drawn,
            LocalDate to) {}

    /**
     * One session of the day.
     *
     * @param status of the attendance mark; null where there is none
     * @param estimated nobody saw the client leave: the session's end stands for it
     * @param note the signed note; null where it is not signed
     * @param counts whether this payer counts it; null where no rulebook said
     */
    public record Attended(
            UUID session,
            String title,
            Instant starts,
            Instant ends,
            @Nullable String lead,
            @Nullable String status,
            @Nullable Instant arrived,
            @Nullable Instant left,
            boolean estimated,
            int minutes,
            @Nullable UUID note,
            @Nullable Boolean counts) {}

    /** The role whose work the fix is. */
    public @Nullable Role owner() {
        return reason == null ? null : reason.owner();
    }
}
