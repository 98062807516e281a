package care.trellis.measures;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.Answers;
import care.trellis.engine.instruments.Instruments;
import care.trellis.engine.instruments.Result;
import care.trellis.engine.instruments.Scoring;
import care.trellis.measures.out.FhirQuestionnaire;
import care.trellis.measures.out.FhirResponse;
import care.trellis.measures.out.ScoresCsv;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What leaves for other systems. */
class OutTest {

    static final Instruments LIBRARY = Instruments.library();

    @Test
    void a_questionnaire_carries_verified_loinc_and_our_own_codes_elsewhere() {
        var phq = FhirQuestionnaire.of(Objects.requireNonNull(LIBRARY.find("PHQ-9")), true);
        var asq = FhirQuestionnaire.of(Objects.requireNonNull(LIBRARY.find("ASQ")), true);

        assertThat(phq)
                .contains("\"44249-1\"", "\"44260-8\"", "\"LA6569-3\"", "No permission required");
        assertThat(asq).doesNotContain("loinc.org").contains("urn:care.trellis:measure");
    }

    @Test
    void wording_that_may_not_leave_is_not_in_it() {
        var dast = FhirQuestionnaire.of(Objects.requireNonNull(LIBRARY.find("DAST-10")), false);

        assertThat(dast).contains("\"linkId\" : \"3\"").doesNotContain("\"display\" : \"Yes\"");
    }

    @Test
    void a_response_says_answers_by_code_its_score_and_what_became_of_it() {
        var response =
                FhirResponse.of(
                        Objects.requireNonNull(LIBRARY.find("GAD-7")),
                        outcome("GAD-7", codes(7, 2)));

        assertThat(response)
                .contains(
                        "\"status\" : \"completed\"",
                        "\"70274-6\"",
                        "\"value\" : 14",
                        "urn:care.trellis:measure:GAD-7|1",
                        "\"LA6570-1\"");
    }

    @Test
    void no_cell_of_the_csv_can_be_taken_for_a_formula() {
        var flagged =
                new Result(
                        true,
                        null,
                        "=cmd|' /C calc'!A0",
                        Map.of(),
                        Set.of(),
                        List.of(),
                        false,
                        null);

        var csv = ScoresCsv.of(List.of(outcome("GAD-7", codes(7, 0), flagged)));

        assertThat(csv).contains("'=cmd").contains("2026-03-02,GAD-7,1");
        assertThat(csv.lines().skip(1)).noneMatch(line -> line.contains(",="));
    }

    private static Map<String, @Nullable Integer> codes(int items, int code) {
        var codes = new LinkedHashMap<String, @Nullable Integer>();
        for (int item = 1; item <= items; item++) {
            codes.put(Integer.toString(item), code);
        }
        return codes;
    }

    private static Outcome outcome(String id, Map<String, @Nullable Integer> codes) {
        var instrument = Objects.requireNonNull(LIBRARY.find(id));
        return outcome(id, codes, Scoring.score(instrument, Answers.of(codes)));
    }

    private static Outcome outcome(String id, Map<String, @Nullable Integer> codes, Result result) {
        return new Outcome(
                new AdministrationId(new UUID(0, 7)),
                1,
                new ClientId(new UUID(0, 8)),
                id,
                "1",
                Scoring.ENGINE,
                Mode.TABLET,
                Language.ENGLISH,
                LocalDate.of(2026, 3, 2),
                Instant.parse("2026-03-02T14:00:00Z"),
                null,
                codes,
                result,
                null,
                null,
                false);
    }
}
