package care.trellis.payers;

import care.trellis.base.Problems;
import care.trellis.base.Text;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with a payer. Codes, fees and ids are the organization's own settings; the
 * rulebook says what the payer asks.
 *
 * @param ruleSet id of a rulebook in the library
 * @param claimForm {@code 837I} or {@code 837P}
 * @param claimFilingCode SBR09: CI, MB, MC, BL …
 * @param typeOfBill for 837I: facility type and class, two digits such as {@code 13}
 * @param placeOfService for 837P: two digits such as {@code 57}
 * @param timelyFilingDays days after the service by which a claim must be in
 * @param receiverId ISA08 and GS03, at most 15 characters
 * @param effectiveTo the last day, where one is agreed
 * @param laterPayerDays days after the payer before has decided; null as many as after the service
 * @param correctionDays days after this payer's answer by which a corrected claim must be in; null
 *     as many as after the service
 */
public record ContractDetails(
        String name,
        String ruleSet,
        String claimForm,
        String claimFilingCode,
        @Nullable String typeOfBill,
        @Nullable String placeOfService,
        boolean authorizationRequired,
        int timelyFilingDays,
        String receiverId,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable Integer laterPayerDays,
        @Nullable Integer correctionDays) {

    /** What was agreed with a payer that counts every limit as it counts a first claim's. */
    public ContractDetails(
            String name,
            String ruleSet,
            String claimForm,
            String claimFilingCode,
            @Nullable String typeOfBill,
            @Nullable String placeOfService,
            boolean authorizationRequired,
            int timelyFilingDays,
            String receiverId,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {
        this(
                name,
                ruleSet,
                claimForm,
                claimFilingCode,
                typeOfBill,
                placeOfService,
                authorizationRequired,
                timelyFilingDays,
                receiverId,
                effectiveFrom,
                effectiveTo,
                null,
                null);
    }

    public ContractDetails {
        name = name.strip();
        claimFilingCode = claimFilingCode.strip().toUpperCase(Locale.ROOT);
        typeOfBill = Text.clean(typeOfBill);
        placeOfService = Text.clean(placeOfService);
        receiverId = receiverId.strip();
    }

    Problems problems(Set<String> ruleSets) {
        return new Problems()
                .text(name, 60, "name", "the contract's name")
                .require(
                        ruleSets.contains(ruleSet),
                        "ruleSet",
                        "RULE_SET_UNKNOWN",
                        "Choose the rules this payer pays by.")
                .require(
                        Set.of("837I", "837P").contains(claimForm),
                        "claimForm",
                        "CLAIM_FORM_UNKNOWN",
                        "Choose the form of claim.")
                .require(
                        claimFilingCode.matches("[A-Z0-9]{1,2}"),
                        "claimFilingCode",
                        "FILING_CODE_FORM",
                        "A claim filing code has one or two signs, such as CI.")
                .require(
                        !claimForm.equals("837I")
                                || (typeOfBill != null && typeOfBill.matches("[0-9]{2}")),
                        "typeOfBill",
                        "TYPE_OF_BILL_FORM",
                        "An institutional claim needs the two digits of facility type and class, such as 13.")
                .require(
                        !claimForm.equals("837P")
                                || (placeOfService != null && placeOfService.matches("[0-9]{2}")),
                        "placeOfService",
                        "PLACE_OF_SERVICE_FORM",
                        "A professional claim needs a place of service, such as 57.")
                .require(
                        timelyFilingDays >= 1 && timelyFilingDays <= 3660,
                        "timelyFilingDays",
                        "TIMELY_FILING_RANGE",
                        "Timely filing is 1 day or more.")
                .require(
                        laterPayerDays == null || laterPayerDays >= 1 && laterPayerDays <= 3660,
                        "laterPayerDays",
                        "LATER_PAYER_RANGE",
                        "One day or more; empty for as many as after the service.")
                .require(
                        correctionDays == null || correctionDays >= 1 && correctionDays <= 3660,
                        "correctionDays",
                        "CORRECTION_RANGE",
                        "One day or more; empty for as many as after the service.")
                .text(receiverId, 15, "receiverId", "the receiver's id")
                .require(
                        effectiveFrom != null,
                        "effectiveFrom",
                        "MISSING",
                        "Enter the first day of the contract.")
                .require(
                        effectiveFrom == null
                                || effectiveTo == null
                                || !effectiveTo.isBefore(effectiveFrom),
                        "effectiveTo",
                        "ENDS_BEFORE_START",
                        "It cannot end before it begins.");
    }
}
