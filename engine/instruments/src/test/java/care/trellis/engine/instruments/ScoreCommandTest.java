package care.trellis.engine.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.content.CaseCommand;
import care.trellis.engine.content.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreCommandTest {

    static final String GOOD =
            """
            {"id": "GOOD", "instrument": "PHQ-2", "answers": {"1": 2, "2": 1}, "context": {},
             "expected": {"valid": true, "total": 3.0, "severity": null, "subscales": {},
                          "flags": ["SCREEN_POS"], "missing": [], "prorated": false}}
            """;

    @TempDir Path folder;

    @Test
    void every_key_of_the_contract_is_there_also_when_it_is_null() throws IOException {
        var run = scored(GOOD);

        assertThat(run.code()).isEqualTo(CaseCommand.DONE);
        assertThat(result(run, 0).propertyNames())
                .containsExactly(
                        "valid", "total", "severity", "subscales", "flags", "missing", "prorated");
        assertThat(results(run).get(0).get("id").stringValue()).isEqualTo("GOOD");
    }

    @Test
    void an_unknown_instrument_is_named_and_the_other_cases_are_still_scored() throws IOException {
        var run = scored("{\"id\": \"FAR\", \"instrument\": \"MOON-9\", \"answers\": {}}", GOOD);

        assertThat(run.code()).isEqualTo(CaseCommand.UNANSWERED);
        assertThat(results(run).get(0).get("error").stringValue()).contains("\"MOON-9\"", "PHQ-9");
        assertThat(results(run).get(0).has("result")).isFalse();
        assertThat(result(run, 1).get("total").intValue()).isEqualTo(3);
    }

    @Test
    void an_answer_out_of_range_is_a_result_and_not_a_failure() throws IOException {
        var run = scored(GOOD.replace("\"1\": 2", "\"1\": 4"));

        assertThat(run.code()).isEqualTo(CaseCommand.DONE);
        assertThat(result(run, 0).get("error").stringValue()).isEqualTo("INVALID_ANSWER");
        assertThat(result(run, 0).get("valid").booleanValue()).isFalse();
        assertThat(result(run, 0).get("total").isNull()).isTrue();
    }

    @Test
    void a_case_built_otherwise_is_named() throws IOException {
        assertThat(error(GOOD.replace("{\"1\": 2, \"2\": 1}", "[2, 1]")))
                .isEqualTo("\"answers\" must be an object");
        assertThat(error("{\"id\": \"C\", \"instrument\": \"CHANGE\", \"answers\": {}}"))
                .contains("unknown instrument \"\"");
        assertThat(error("7")).contains("unknown instrument");
    }

    @Test
    void a_case_without_answers_is_a_blank_form() throws IOException {
        var blank = result(scored("{\"instrument\": \"PHQ-2\"}"), 0);

        assertThat(blank.get("valid").booleanValue()).isFalse();
        assertThat(blank.get("missing").toString()).isEqualTo("[1,2]");
    }

    @Test
    void check_prints_a_line_for_each_difference_and_counts_last() throws IOException {
        var run = checked(GOOD, GOOD.replace("\"total\": 3.0", "\"total\": 4"));

        assertThat(run.out()).isEqualTo("GOOD: total: expected 4, got 3\n1 passed, 1 failed\n");
        assertThat(run.code()).isEqualTo(CaseCommand.DIFFERS);
    }

    @Test
    void check_sees_a_flag_that_is_too_much_and_a_subscale_that_was_not_expected()
            throws IOException {
        assertThat(checked(GOOD.replace("[\"SCREEN_POS\"]", "[]")).lastLine())
                .isEqualTo("0 passed, 1 failed");
        var audit =
                """
                {"id": "A", "instrument": "WHO-5", "answers": {"1": 5, "2": 5, "3": 5, "4": 5, "5": 5},
                 "expected": {"subscales": {}}}
                """;
        assertThat(checked(audit).out()).contains("A: subscales.raw: got 25, expected nothing");
    }

    @Test
    void check_counts_a_case_that_cannot_be_scored_as_failed() throws IOException {
        var run = checked(GOOD, GOOD.replace("PHQ-2", "PHQ-0"));

        assertThat(run.out()).contains("GOOD: error: unknown instrument \"PHQ-0\"");
        assertThat(run.lastLine()).isEqualTo("1 passed, 1 failed");
        assertThat(run.code()).isEqualTo(CaseCommand.UNANSWERED);
    }

    @Test
    void numbers_are_printed_as_people_write_them() throws IOException {
        var forty =
                """
                {"instrument": "WHO-5", "answers": {"1": 2, "2": 2, "3": 2, "4": 2, "5": 2}}
                """;
        assertThat(scored(forty).out()).contains("\"total\" : 40,");
    }

    @Test
    void a_file_that_is_missing_or_no_json_is_said_so() throws IOException {
        assertThat(Run.of(ScoreCommand::run, folder.resolve("none.json").toString()).err())
                .contains("cannot be read");
        var broken = Files.writeString(folder.resolve("broken.json"), "{\"cases\": [");
        assertThat(Run.of(ScoreCommand::run, broken.toString()).err()).contains("not JSON");
        var other = Files.writeString(folder.resolve("other.json"), "{}");
        assertThat(Run.of(ScoreCommand::run, other.toString()).err())
                .contains("no list of \"cases\"");
        assertThat(Run.of(ScoreCommand::run).err()).startsWith("usage: score");
        assertThat(Run.of(ScoreCommand::run).code()).isEqualTo(CaseCommand.UNANSWERED);
    }

    private String error(String scoringCase) throws IOException {
        var run = scored(scoringCase);
        assertThat(run.code()).isEqualTo(CaseCommand.UNANSWERED);
        return results(run).get(0).get("error").stringValue();
    }

    private Run scored(String... cases) throws IOException {
        return Run.of(ScoreCommand::run, file(cases).toString());
    }

    private Run checked(String... cases) throws IOException {
        return Run.of(ScoreCommand::run, "--check", file(cases).toString());
    }

    private Path file(String... cases) throws IOException {
        return Files.writeString(
                folder.resolve("cases.json"), "{\"cases\": [" + String.join(",", cases) + "]}");
    }

    private static JsonNode result(Run run, int index) {
        return results(run).get(index).get("result");
    }

    private static JsonNode results(Run run) {
        return new JsonMapper().readTree(run.out()).get("results");
    }
}
