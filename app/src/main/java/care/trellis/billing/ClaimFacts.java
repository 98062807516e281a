package care.trellis.billing;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a claim is made of, as other rooms publish it. */
final class ClaimFacts {

    private ClaimFacts() {}

    /** The contract that the claims of one file go out under. */
    record Contract(
            ContractId id,
            String payer,
            String payerCode,
            Form form,
            String ruleSet,
            String filingCode,
            @Nullable String typeOfBill,
            @Nullable String placeOfService,
            boolean authorizationRequired,
            int timelyFilingDays,
            String receiverId) {

        /** Medicare Part A or B, or a plan that stands in its place. */
        boolean medicare() {
            return List.of("MA", "MB", "16").contains(filingCode);
        }
    }

    /** Who the patient is on the claim. Names nobody in a log. */
    record Patient(
            ClientId id,
            String givenName,
            String familyName,
            LocalDate birthDate,
            String sex,
            @Nullable String addressLine,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postalCode) {

        String name() {
            return givenName + " " + familyName;
        }

        @Override
        public String toString() {
            return "Patient[" + id.value() + "]";
        }
    }

    /** The episode of care that a day belongs to. */
    record Stay(
            UUID episode,
            LocalDate admittedOn,
            @Nullable LocalDate dischargedOn,
            String levelOfCare,
            boolean part2,
            boolean billedBefore) {}

    /** The coverage that answers for a day. */
    record Cover(UUID id, String memberId, @Nullable String groupNumber) {

        @Override
        public String toString() {
            return "Cover[" + id + "]";
        }
    }

    /**
     * One day that may go on a claim.
     *
     * @param consent the day on which the consent now in force was signed; null when there is none
     * @param zone of the site
     */
    record Day(
            LocalDate date,
            Patient patient,
            @Nullable Cover cover,
            @Nullable String authorization,
            @Nullable Stay stay,
            @Nullable LocalDate consent,
            ZoneId zone,
            List<Line> lines) {

        Money charge() {
            return new Money(lines.stream().mapToLong(Line::chargeCents).sum());
        }
    }

    /** What a day is billed as. */
    record Line(
            @Nullable UUID session,
            @Nullable String procedureCode,
            @Nullable String revenueCode,
            List<String> modifiers,
            int units,
            long chargeCents) {}

    /** The clinician who led a session of the client. */
    record Lead(LocalDate date, String givenName, String familyName, @Nullable String npi) {

        @Override
        public String toString() {
            return "Lead[" + date + "]";
        }
    }
}
