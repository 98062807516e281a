package care.trellis.ledger;

import care.trellis.engine.rulebook.LocalOverride;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        List<Seat> seats,
        List<Closing> closings) {

    LocalDate sunday() {
        return monday.plusDays(6);
    }

    /**
     * The same week, had a contract other overrides and had earlier weeks drawn otherwise.
     *
     * @param drawn units that earlier weeks then draw more (or less) of an authorization, by its id
     */
    WeekFacts supposing(UUID contract, List<LocalOverride> overrides, Map<UUID, BigDecimal> drawn) {
        var others = new ArrayList<Coverage>();
        for (var coverage : coverages) {
            var agreed = coverage.contract();
            others.add(
                    agreed != null && agreed.id().equals(contract)
                            ? coverage.under(agreed.overriddenBy(overrides))
                            : coverage);
        }
        return new WeekFacts(
                client,
                site,
                zone,
                monday,
                birthDate,
                diagnosisClass,
                stays,
                List.copyOf(others),
                consents,
                grants.stream()
                        .map(it -> it.drawing(drawn.getOrDefault(it.id(), BigDecimal.ZERO)))
                        .toList(),
                seats,
                closings);
    }

    /** How a day stood when it closed; null where it is open. */
    @Nullable Closing closing(LocalDate day) {
        for (var closing : closings) {
            if (closing.date().equals(day)) {
                return closing;
            }
        }
        return null;
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

        Coverage under(Contract other) {
            return new Coverage(id, payer, priority, from, to, other);
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /**
     * What was agreed with the payer.
     *
     * @param overrides what the contract changes in its rule set, whenever in force
     */
    record Contract(
            UUID id,
            String ruleSet,
            boolean authorizationRequired,
            LocalDate from,
            @Nullable LocalDate to,
            List<LocalOverride> overrides) {

        Contract overriddenBy(List<LocalOverride> others) {
            return new Contract(id, ruleSet, authorizationRequired, from, to, others);
        }

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
     * @param codes the services it is for; empty where it is for all
     * @param usedBefore units that the days before this week draw
     */
    record Grant(
            UUID id,
            UUID contract,
            String number,
            List<String> codes,
            String unit,
            BigDecimal units,
            LocalDate from,
            LocalDate to,
            BigDecimal usedBefore) {

        Grant drawing(BigDecimal more) {
            return more.signum() == 0
                    ? this
                    : new Grant(
                            id,
                            contract,
                            number,
                            codes,
                            unit,
                            units,
                            from,
                            to,
                            usedBefore.add(more));
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        /** Whether it is for a service with this code; one without a code is taken for any. */
        boolean isFor(@Nullable String code) {
            return codes.isEmpty() || code == null || codes.contains(code);
        }
    }

    /**
     * The client's place in one session and what is known of it.
     *
     * @param estimated nobody saw the client leave: the session's end stands for it
     */
    record Seat(
            Meeting meeting,
            @Nullable String status,
            @Nullable Instant arrived,
            @Nullable Instant left,
            boolean estimated,
            @Nullable UUID note) {

        /** Whether somebody saw the client leave, or said afterwards when that was. */
        boolean leavingSeen() {
            return left != null && !estimated;
        }

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
