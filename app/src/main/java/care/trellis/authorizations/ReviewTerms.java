package care.trellis.authorizations;

import care.trellis.payers.ContractId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a payer decides under one contract, and whom to call.
 *
 * @param regime the law behind the clocks that nobody typed
 * @param decisionHours hours from the request to the decision, before and during the stay
 * @param peerDays working days from a denial in which a peer-to-peer talk may be asked for
 * @param appealDays days from a denial in which an appeal must be filed
 * @param criteria by which dimensions the packet is laid out; null: by the client's diagnosis
 * @param phone of utilization review
 * @param portal address of the payer's portal
 * @param script what this payer asks on the phone
 * @param own whether somebody typed these terms for the contract
 */
public record ReviewTerms(
        ContractId contract,
        String payer,
        Regime regime,
        int decisionHours,
        int peerDays,
        int appealDays,
        @Nullable Criteria criteria,
        @Nullable String phone,
        @Nullable String portal,
        @Nullable String script,
        boolean own) {

    /**
     * Working days for a peer-to-peer talk where nobody typed another number. No law sets them;
     * denial letters do, mostly short, so the default is short too.
     */
    static final int PEER_DAYS = 2;

    /** The clocks of the law, and nobody to call yet. */
    static ReviewTerms byLaw(ContractId contract, String payer, Regime regime) {
        return new ReviewTerms(
                contract,
                payer,
                regime,
                regime.decisionHours(),
                PEER_DAYS,
                regime.appealDays(),
                null,
                null,
                null,
                null,
                false);
    }

    /**
     * The working morning on which the payer must be asked at the latest, so that it has its hours
     * before the last covered day.
     */
    public LocalDate askOn(LocalDate lastCovered) {
        return workingDayUntil(lastCovered.minusDays((decisionHours + 23) / 24));
    }

    /** Hours that the payer has for a request of a kind: the law gives longer after the service. */
    public int decisionHours(AuthorizationKind kind) {
        return kind == AuthorizationKind.RETRO ? regime.retroDays() * 24 : decisionHours;
    }

    /** When the payer's time is over; the end of the day where the hour of asking is not known. */
    public Instant decisionDue(
            AuthorizationKind kind, LocalDate askedOn, @Nullable Instant askedAt, ZoneId zone) {
        var from = askedAt == null ? askedOn.plusDays(1).atStartOfDay(zone).toInstant() : askedAt;
        return from.plus(decisionHours(kind), ChronoUnit.HOURS);
    }

    /** The day until which a talk between doctors may be asked for. */
    public LocalDate peerBy(LocalDate deniedOn) {
        var day = deniedOn;
        for (int left = peerDays; left > 0; ) {
            day = day.plusDays(1);
            if (works(day)) {
                left--;
            }
        }
        return day;
    }

    /** The last day for an appeal. */
    public LocalDate appealBy(LocalDate deniedOn) {
        return deniedOn.plusDays(appealDays);
    }

    private static LocalDate workingDayUntil(LocalDate day) {
        var found = day;
        while (!works(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    private static boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
