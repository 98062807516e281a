package care.trellis.engine.x12.benefits;

import care.trellis.engine.x12.Member;
import java.util.List;

/**
 * What a payer says of one member's coverage.
 *
 * @param trace the number of our question; empty when the payer did not give it back
 * @param member as the payer has the person on file
 * @param payer name of who answers
 * @param groupNumber of the plan (REF 6P or 18); empty when not said
 * @param benefits at most 2,000
 * @param rejections why there is no answer; empty when there is one
 */
public record BenefitAnswer(
        String trace,
        Member member,
        String payer,
        String groupNumber,
        List<Benefit> benefits,
        List<Rejection> rejections) {

    /** Keeps its own copies of the lists. */
    public BenefitAnswer {
        benefits = List.copyOf(benefits);
        rejections = List.copyOf(rejections);
    }

    /**
     * Whether the coverage is in force, as far as the payer says.
     *
     * @return true when a benefit says active (EB01 1 to 5)
     */
    public boolean active() {
        return benefits.stream().anyMatch(benefit -> benefit.code().matches("[1-5]"));
    }

    /**
     * Names of other parties that handle or hold these benefits: a carve-out (EB01 R, U, W, or a
     * related party of loop 2120C).
     *
     * @return distinct, in the order named
     */
    public List<String> otherParties() {
        return benefits.stream().flatMap(benefit -> benefit.related().stream()).distinct().toList();
    }
}
