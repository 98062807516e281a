package care.trellis.ledger;

import care.trellis.base.Role;
import java.util.Locale;

/** The roles that rulebooks name as the owner of a fix, in the words of a biller. */
final class Owners {

    private Owners() {}

    /** The role of a rulebook's word; the director's where it is none of ours. */
    static Role of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "clinician" -> Role.CLINICIAN;
            case "physician", "prescriber" -> Role.PRESCRIBER;
            case "utilization reviewer" -> Role.UTILIZATION_REVIEWER;
            case "biller" -> Role.BILLER;
            case "front desk" -> Role.FRONT_DESK;
            case "admissions" -> Role.ADMISSIONS;
            case "compliance" -> Role.COMPLIANCE;
            default -> Role.DIRECTOR;
        };
    }
}
