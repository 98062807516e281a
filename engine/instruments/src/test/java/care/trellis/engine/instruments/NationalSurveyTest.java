package care.trellis.engine.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import care.trellis.engine.content.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Real answers to the PHQ-9, of a national survey: 7 is refused, 9 is not known. */
class NationalSurveyTest {

    /** The same in small, for where the survey is not beside the project. */
    static final List<String> ROWS =
            List.of(
                    "1,1,0,0,0,0,0,0,0,0,1",
                    "2,3,3,3,3,3,3,3,3,0,",
                    "3,0,7,0,0,0,0,0,0,0,0",
                    "4,,,,,,,,,,");

    @Test
    void every_form_of_the_survey_is_scored_as_its_rule_says() throws IOException {
        var survey = Folders.shared("data/scales/nhanes_dpq_h.csv");
        assumeTrue(survey.isPresent(), "no survey beside the project: nothing to score");
        var rows = Files.readAllLines(survey.get());

        rows.stream().skip(1).forEach(NationalSurveyTest::check);

        assertThat(rows).hasSizeGreaterThan(5000);
    }

    @Test
    void a_few_forms_are_scored_as_their_rule_says() {
        ROWS.forEach(NationalSurveyTest::check);
    }

    private static void check(String row) {
        var answers = answers(row);
        var result = Forms.score("PHQ-9", answers.toArray(Integer[]::new));
        var given = answers.stream().filter(Objects::nonNull).toList();
        if (given.stream().anyMatch(code -> code > 3)) {
            assertThat(result.error()).as(row).isEqualTo(Result.INVALID_ANSWER);
        } else if (given.size() < 7) {
            assertThat(result.total()).as(row).isNull();
            assertThat(result.missing()).as(row).hasSize(9 - given.size());
        } else {
            int sum = given.stream().mapToInt(Integer::intValue).sum();
            int whole = Math.floorDiv(2 * 9 * sum + given.size(), 2 * given.size());
            assertThat(result.total()).as(row).isEqualByComparingTo(Integer.toString(whole));
            assertThat(result.prorated()).as(row).isEqualTo(given.size() < 9);
        }
    }

    private static List<@Nullable Integer> answers(String row) {
        var fields = row.split(",", -1);
        var answers = new ArrayList<@Nullable Integer>();
        for (int item = 1; item <= 9; item++) {
            answers.add(
                    fields[item].isEmpty()
                            ? null
                            : (Integer) (int) Double.parseDouble(fields[item]));
        }
        return answers;
    }
}
