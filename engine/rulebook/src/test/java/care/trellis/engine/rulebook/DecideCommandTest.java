package care.trellis.engine.rulebook;

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

class DecideCommandTest {

    static final String GOOD =
            """
            {"id": "GOOD", "rule_set": "BCBSNC_COMMERCIAL_IOP", "client": {"age": 30}, "program": {},
             "authorisation": {"state": "NONE"},
             "sessions": [{"date": "2024-06-04", "start_min": 540, "end_min": 600, "service_type": "GROUP_THERAPY"}],
             "expected": {"days": [{"date": "2024-06-04", "billable": false, "reason": "NO_SERVICE_AUTHORISATION"}]}}
            """;

    @TempDir Path folder;

    @Test
    void an_unknown_rule_set_is_named_and_the_other_cases_are_still_decided() throws IOException {
        var run = decide("{\"id\": \"FAR\", \"rule_set\": \"MOON_IOP\", \"sessions\": []}", GOOD);

        assertThat(run.code()).isEqualTo(CaseCommand.UNANSWERED);
        assertThat(results(run).get(0).get("id").stringValue()).isEqualTo("FAR");
        assertThat(results(run).get(0).get("error").stringValue()).contains("MOON_IOP");
        assertThat(results(run).get(0).has("outcome")).isFalse();
        assertThat(
                        results(run)
                                .get(1)
                                .get("outcome")
                                .get("days")
                                .get(0)
                                .get("reason")
                                .stringValue())
                .isEqualTo("NO_SERVICE_AUTHORISATION");
    }

    @Test
    void an_unknown_field_is_named_with_its_path() throws IOException {
        assertThat(error(GOOD.replace("end_min", "finish")))
                .isEqualTo("unknown field sessions[0].finish");
        assertThat(error(GOOD.replace("\"age\"", "\"years\"")))
                .isEqualTo("unknown field client.years");
    }

    @Test
    void a_value_outside_a_closed_list_is_named() throws IOException {
        assertThat(error(GOOD.replace("GROUP_THERAPY", "YOGA")))
                .isEqualTo("unknown value \"YOGA\" of sessions[0].service_type");
        assertThat(error(GOOD.replace("NONE", "MAYBE")))
                .isEqualTo("unknown value \"MAYBE\" of authorisation.state");
    }

    @Test
    void a_value_of_the_wrong_kind_is_named() throws IOException {
        assertThat(error(GOOD.replace("540", "\"nine\"")))
                .contains("sessions[0].start_min must be a whole number");
        assertThat(error(GOOD.replace("2024-06-04\", \"start", "4 June\", \"start")))
                .contains("sessions[0].date must be a date");
        assertThat(error(GOOD.replace("540", "700")))
                .isEqualTo("sessions[0].end_min is before start_min");
    }

    @Test
    void check_prints_a_line_for_each_difference_and_counts_last() throws IOException {
        var run =
                Run.of(
                        DecideCommand::run,
                        "--check",
                        file(GOOD, GOOD.replace("\"billable\": false", "\"billable\": true"))
                                .toString());

        assertThat(run.out())
                .isEqualTo(
                        "GOOD: days 2024-06-04.billable: expected true, got false\n1 passed, 1 failed\n");
        assertThat(run.code()).isEqualTo(CaseCommand.DIFFERS);
    }

    @Test
    void the_trace_gives_predicate_result_evidence_and_citation() throws IOException {
        var trace = results(decide(GOOD)).get(0).get("outcome").get("trace");

        assertThat(trace).isNotEmpty();
        assertThat(trace)
                .allSatisfy(predicate -> {
                    assertThat(predicate.get("predicate").stringValue()).isNotBlank();
                    assertThat(predicate.get("result").stringValue())
                            .isIn("pass", "fail", "unknown");
                    assertThat(predicate.get("evidence").stringValue()).isNotBlank();
                    assertThat(predicate.get("citation").stringValue()).contains("https://");
                });
    }

    @Test
    void a_file_that_is_missing_or_no_json_is_said_so() throws IOException {
        assertThat(Run.of(DecideCommand::run, folder.resolve("none.json").toString()).code())
                .isEqualTo(CaseCommand.UNANSWERED);
        var broken = Files.writeString(folder.resolve("broken.json"), "{\"cases\": [");
        assertThat(Run.of(DecideCommand::run, broken.toString()).err()).contains("not JSON");
        assertThat(Run.of(DecideCommand::run).err()).startsWith("usage:");
    }

    private String error(String payerCase) throws IOException {
        var run = decide(payerCase);
        assertThat(run.code()).isEqualTo(CaseCommand.UNANSWERED);
        return results(run).get(0).get("error").stringValue();
    }

    private Run decide(String... cases) throws IOException {
        return Run.of(DecideCommand::run, file(cases).toString());
    }

    private Path file(String... cases) throws IOException {
        return Files.writeString(
                folder.resolve("cases.json"), "{\"cases\": [" + String.join(",", cases) + "]}");
    }

    private static JsonNode results(Run run) {
        return new JsonMapper().readTree(run.out()).get("results");
    }
}
