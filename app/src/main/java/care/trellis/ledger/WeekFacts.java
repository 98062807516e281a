package care.trellis.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything one client's week is decided from, as the other rooms publish it. Its text form is
 * what the input hash is taken over, so it holds no names of clients.
 */
record WeekFacts(
        UUID client,
        UUID site,
        ZoneId zone,
        LocalDate monday,
        LocalDate birthDate,
        @Nullable String diagnosisClass,
        List<Stay> stays,
        List<Coverage> coverages,
        List<Consent> consents,
        List<Grant> grants,
        List<Seat> seats) {

    LocalDate sunday() {
        return monday.plusDays(6);
    }

    /** An episode with its program and the plan in force in the week. */
    record Stay(
            UUID episode,
            LocalDate admittedOn,
            @Nullable LocalDate dischargedOn,
            @Nullable String setting,
            @Nullable String programType,
            boolean part2,
            BigDecimal hoursPerDay,
            @Nullable Boolean nationallyAccredited,
            @Nullable Integer bhpCaseload,
            @Nullable BigDecimal bhmpOnSiteShare,
            @Nullable Integer planMinutes,
            @Nullable Boolean planSigned,
            @Nullable LocalDate certifiedOn) {

        boolean covers(LocalDate day) {
            return !day.isBefore(admittedOn)
                    && (dischargedOn == null || !day.isAfter(dischargedOn));
        }
    }

    /** A coverage with the contract it points to, if any. */
    record Coverage(
            UUID id,
            String payer,
            int priority,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Contract contract) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    record Contract(
            UUID id,
            String ruleSet,
            boolean authorizationRequired,
            LocalDate from,
            @Nullable LocalDate to) {

        boolean inForce(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    record Consent(
            LocalDate signedOn, @Nullable LocalDate expiresOn, @Nullable LocalDate revokedOn) {

        /**
         * Whether a payer may be told of the day: signed by now, not revoked, and not ended before
         * that day. A signature given later than the service counts, because nothing leaves before
         * it.
         */
        boolean allows(LocalDate day, LocalDate today) {
            return !signedOn.isAfter(today)
                    && (revokedOn == null || revokedOn.isAfter(today))
                    && (expiresOn == null || !expiresOn.isBefore(day));
        }
    }

    /**
     * What a payer granted.
     *
     * @param usedBefore units that the days before this week draw
     */
    record Grant(
            UUID id,
            UUID contract,
            String number,
            String unit,
            BigDecimal units,
            LocalDate from,
            LocalDate to,
            BigDecimal usedBefore) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** The client's place in one session and what is known of it. */
    record Seat(
            Meeting meeting,
            @Nullable String status,
            @Nullable Instant arrived,
            @Nullable Instant left,
            @Nullable UUID note) {

        boolean present() {
            return "PRESENT".equals(status);
        }

        boolean unmarked() {
            return status == null || status.equals("EXPECTED");
        }
    }

    /** One session that takes place, shared by all who sit in it. */
    record Meeting(
            UUID id,
            String title,
            String serviceType,
            String modality,
            LocalDate date,
            Instant starts,
            Instant ends,
            @Nullable UUID lead,
            @Nullable String leadName,
            @Nullable String leadCredential,
            List<String> staff,
            int present) {}

    /** One price of a contract. */
    record Fee(
            String service,
            @Nullable String procedureCode,
            @Nullable String revenueCode,
            List<String> modifiers,
            long chargeCents,
            LocalDate from,
            @Nullable LocalDate to) {

        boolean inForce(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }
}
