package care.trellis.engine.x12.benefits;

import care.trellis.engine.x12.Member;
import java.time.LocalDate;
import java.util.List;

/**
 * What does this member's plan cover (loop 2000C of a 270)?
 *
 * @param trace our number of the question, which comes back; at most 50 characters
 * @param member the subscriber as the payer knows one
 * @param date the day that is asked for
 * @param serviceTypes X12 service type codes (EQ01). No code means intensive outpatient: ask {@code
 *     30, MH, CH, CF, AI, CJ, BB}
 */
public record BenefitQuestion(
        String trace, Member member, LocalDate date, List<String> serviceTypes) {

    /** What to ask for a program of intensive outpatient care, since no code means just that. */
    public static final List<String> FOR_INTENSIVE_OUTPATIENT =
            List.of("30", "MH", "CH", "CF", "AI", "CJ", "BB");

    /** Keeps its own copy of the list. */
    public BenefitQuestion {
        serviceTypes = List.copyOf(serviceTypes);
    }
}
