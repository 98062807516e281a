package care.trellis.benefits.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Money;
import care.trellis.benefits.Estimate;
import care.trellis.benefits.Findings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the paper with the cost says, in the client's own words. */
class EstimateWordsTest {

    private static final Estimate.Course COURSE = new Estimate.Course(3, 4, new Money(40_000));

    @Test
    void a_qualified_medicare_beneficiary_reads_that_covered_days_cost_nothing_and_why() {
        var words = EstimateWords.insured(Estimate.of(medicare(null).exempt(), COURSE), true);

        assertThat(String.join(" ", words))
                .startsWith(
                        "You are a Qualified Medicare Beneficiary: the law does not let us ask you"
                                + " for what Medicare leaves of a covered day.")
                .contains("A day costs you about $0.00", "about $0.00.")
                .doesNotContain("deductible", "out-of-pocket");
    }

    @Test
    void what_lies_beyond_the_plans_limit_is_named_to_them_too() {
        var limit = new Findings.Limit(Findings.Limit.Unit.DAYS, 30, 20);

        var words = EstimateWords.insured(Estimate.of(medicare(limit).exempt(), COURSE), true);

        assertThat(String.join(" ", words))
                .contains("pays for 10 days of this course and no more", "$800.00");
    }

    @Test
    void to_everybody_else_nothing_is_said_of_it() {
        var words = EstimateWords.insured(Estimate.of(medicare(null), COURSE), false);

        assertThat(String.join(" ", words)).doesNotContain("Qualified").contains("deductible");
    }

    private static Findings medicare(Findings.@Nullable Limit limit) {
        return new Findings(
                Findings.State.ACTIVE,
                Findings.Network.IN,
                "",
                limit,
                new Findings.Counter(new Money(28_300), Money.ZERO),
                true,
                Findings.Counter.UNKNOWN,
                null,
                20,
                Findings.Answer.NO,
                "",
                "",
                new Money(30_000),
                "");
    }
}
