package care.trellis.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Money;
import care.trellis.benefits.Findings.Answer;
import care.trellis.benefits.Findings.Counter;
import care.trellis.benefits.Findings.Limit;
import care.trellis.benefits.Findings.State;
import care.trellis.engine.x12.Member;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.X12Reader;
import care.trellis.engine.x12.benefits.Benefit;
import care.trellis.engine.x12.benefits.BenefitAnswer;
import care.trellis.engine.x12.benefits.BenefitReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What payers' answers mean for a program day. */
class PlanAnswerTest {

    @Test
    void the_statement_nearest_to_outpatient_behavioral_care_counts() {
        var findings =
                PlanAnswer.findings(
                        answer(
                                active("30"),
                                amount("B", "98", "27", 5_000, null),
                                amount("B", "30", "27", 6_000, null),
                                amount("B", "CF", "27", 2_500, null)));

        assertThat(findings.state()).isEqualTo(State.ACTIVE);
        assertThat(findings.copay()).isEqualTo(new Money(2_500));
        assertThat(findings.authorization()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void what_is_left_says_what_is_met() {
        var findings =
                PlanAnswer.findings(
                        answer(
                                active("30"),
                                amount("C", "30", "23", 150_000, null),
                                amount("C", "30", "29", 40_000, null),
                                amount("G", "30", "23", 600_000, null),
                                amount("G", "30", "24", 110_000, null)));

        assertThat(findings.deductible())
                .isEqualTo(new Counter(new Money(150_000), new Money(110_000)));
        assertThat(findings.maximum())
                .isEqualTo(new Counter(new Money(600_000), new Money(110_000)));
    }

    @Test
    void what_is_left_to_the_family_says_nothing_of_the_person() {
        var family =
                new Benefit(
                        "C",
                        "FAM",
                        List.of("30"),
                        "",
                        "29",
                        50_000L,
                        null,
                        "",
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of());

        var findings =
                PlanAnswer.findings(
                        answer(active("30"), amount("C", "30", "23", 200_000, null), family));

        assertThat(findings.deductible()).isEqualTo(new Counter(new Money(200_000), null));
    }

    @Test
    void a_limit_of_visits_and_what_is_left_of_it_are_read() {
        var findings =
                PlanAnswer.findings(
                        answer(active("MH"), count("MH", "23", 30), count("MH", "29", 18)));

        assertThat(findings.limit()).isEqualTo(new Limit(Limit.Unit.VISITS, 30, 12));
    }

    @Test
    void out_of_network_terms_do_not_count() {
        var findings =
                PlanAnswer.findings(
                        answer(
                                active("30"),
                                amount("B", "CF", "27", 9_000, false),
                                amount("B", "CF", "27", 2_500, true)));

        assertThat(findings.copay()).isEqualTo(new Money(2_500));
    }

    @Test
    void a_carve_out_names_who_holds_the_behavioral_benefit() {
        var other =
                new Benefit(
                        "U",
                        "",
                        List.of("MH"),
                        "",
                        "",
                        null,
                        null,
                        "",
                        null,
                        true,
                        null,
                        null,
                        List.of("CALL THE BEHAVIORAL PLAN"),
                        List.of("HARBOR BEHAVIORAL"));

        var findings = PlanAnswer.findings(answer(active("30"), other));

        assertThat(findings.carveOut()).isEqualTo("HARBOR BEHAVIORAL");
        assertThat(findings.authorization()).isEqualTo(Answer.YES);
        assertThat(findings.words()).isEqualTo("CALL THE BEHAVIORAL PLAN");
    }

    @Test
    void a_coverage_that_ended_is_not_active() {
        var ended =
                new Benefit(
                        "6",
                        "",
                        List.of("30"),
                        "",
                        "",
                        null,
                        null,
                        "",
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of());

        assertThat(PlanAnswer.findings(answer(ended)).state()).isEqualTo(State.INACTIVE);
    }

    @Test
    void a_public_file_of_the_guide_is_read() throws IOException {
        var file = shared("271-ig-3-2-2.271");
        Assumptions.assumeTrue(
                file != null, "The folder of shared files is not beside the project");
        var answers = new ArrayList<BenefitAnswer>();
        try (var in = Files.newInputStream(file)) {
            BenefitReader.stream(in, X12Reader.LIMIT_BYTES, answers::add, new Problems());
        }

        var findings = PlanAnswer.findings(answers.getFirst());

        assertThat(findings.state()).isEqualTo(State.ACTIVE);
        assertThat(findings.plan()).isEqualTo("GOLD 123 PLAN");
        assertThat(findings.copay()).isEqualTo(new Money(1_000));
    }

    private static @Nullable Path shared(String name) {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var file = at.resolveSibling("shared").resolve("data/x12").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }

    private static BenefitAnswer answer(Benefit... benefits) {
        return new BenefitAnswer(
                "1",
                new Member("REYES", "MAYA", "M12345", null, null),
                "ACME",
                "",
                List.of(benefits),
                List.of());
    }

    private static Benefit active(String type) {
        return new Benefit(
                "1",
                "",
                List.of(type),
                "",
                "",
                null,
                null,
                "",
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private static Benefit amount(
            String code, String type, String period, long cents, @Nullable Boolean inNetwork) {
        return new Benefit(
                code,
                "IND",
                List.of(type),
                "",
                period,
                cents,
                null,
                "",
                null,
                null,
                inNetwork,
                null,
                List.of(),
                List.of());
    }

    private static Benefit count(String type, String period, int visits) {
        return new Benefit(
                "F",
                "IND",
                List.of(type),
                "",
                period,
                null,
                null,
                "VS",
                BigDecimal.valueOf(visits),
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
