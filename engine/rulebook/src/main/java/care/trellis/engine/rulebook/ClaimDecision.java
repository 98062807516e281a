package care.trellis.engine.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the claim is made out. A null says that the rulebook leaves it open.
 *
 * @param form {@code UB-04/837I} or {@code CMS-1500/837P}
 * @param typeOfBill three digits, when it is known where the claim stands in the stay
 * @param typeOfBillPrefix the first two of them
 * @param institutionalTypeOfBillPrefix the first two of them where the payer takes either form
 * @param patientStatus the status the type of bill demands; null when it only excludes one
 * @param patientStatusNot the status the type of bill excludes
 * @param lineCount lines the billable days make
 * @param submit whether the claim may go out now
 * @param accepted false when the payer would return it; null when it is held before the payer sees
 *     it
 * @param reason the first broken rule of the claim
 * @param forbiddenRevenueCodes revenue codes that may not stand on it
 * @param professionalPlaceOfService place of service where the payer takes a professional claim
 * @param cms1500LinesAllowed lines of program staff that may go on a professional claim beside it
 */
public record ClaimDecision(
        @Nullable String form,
        @Nullable String typeOfBill,
        @Nullable String typeOfBillPrefix,
        @Nullable String institutionalTypeOfBillPrefix,
        @Nullable List<String> conditionCodes,
        @Nullable String patientStatus,
        @Nullable String patientStatusNot,
        @Nullable Boolean hcpcsRequired,
        @Nullable Boolean lineItemDates,
        @Nullable Integer lineCount,
        boolean submit,
        @Nullable Boolean accepted,
        @Nullable String reason,
        @Nullable List<String> forbiddenRevenueCodes,
        @Nullable String professionalPlaceOfService,
        @Nullable Integer cms1500LinesAllowed,
        @Nullable String paymentRateBasis) {}
