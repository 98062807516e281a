package care.trellis.engine.x12.claims;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only one of the two claim forms asks for. */
public sealed interface ClaimForm {

    /**
     * How often this claim was sent: 1 original, 2 to 4 interim, 7 replacement, 8 void (CLM05-3).
     *
     * @return one digit
     */
    String frequency();

    /**
     * A facility's claim: UB-04 on paper, 837I here.
     *
     * @param typeOfBill three digits, such as {@code 131}; a leading zero is accepted. The last is
     *     the frequency
     * @param from first day of the statement
     * @param to last day of the statement
     * @param admissionType CL101: {@code 3} elective is usual for a program, {@code 9} unknown
     * @param pointOfOrigin CL102: {@code 1} not from a facility
     * @param patientStatus CL103: {@code 30} still a patient, {@code 01} discharged home
     * @param conditionCodes such as {@code 92} (intensive outpatient), two characters each
     * @param attending who directs the care
     */
    record Institutional(
            String typeOfBill,
            LocalDate from,
            LocalDate to,
            String admissionType,
            @Nullable String pointOfOrigin,
            String patientStatus,
            List<String> conditionCodes,
            Provider attending)
            implements ClaimForm {

        /** Keeps its own copy of the condition codes. */
        public Institutional {
            conditionCodes = List.copyOf(conditionCodes);
        }

        @Override
        public String frequency() {
            return typeOfBill.isEmpty() ? "" : typeOfBill.substring(typeOfBill.length() - 1);
        }

        /**
         * The first digits of the type of bill: kind of facility and of care (CLM05-1).
         *
         * @return two digits for a well-formed type of bill
         */
        public String facility() {
            String digits = typeOfBill.length() == 4 ? typeOfBill.substring(1) : typeOfBill;
            return digits.isEmpty() ? "" : digits.substring(0, digits.length() - 1);
        }
    }

    /**
     * A professional's claim: CMS-1500 on paper, 837P here.
     *
     * @param placeOfService two digits, such as {@code 57} (non-residential substance use facility)
     * @param frequency 1 original, 7 replacement, 8 void
     * @param rendering who gave the care; null when the billing provider itself did
     * @param serviceFacility where, when it is not the billing provider's address
     */
    record Professional(
            String placeOfService,
            String frequency,
            @Nullable Provider rendering,
            @Nullable Facility serviceFacility)
            implements ClaimForm {}
}
