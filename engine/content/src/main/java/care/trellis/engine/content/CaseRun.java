package care.trellis.engine.content;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One pass over the cases of a file; it counts what passed, failed and could not be answered. */
final class CaseRun {

    static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private final CaseCommand command;
    private final PrintStream out;
    private int passed;
    private int failed;
    private boolean unanswered;

    CaseRun(CaseCommand command, PrintStream out) {
        this.command = command;
        this.out = out;
    }

    int answerAll(JsonNode cases) {
        var results = new ArrayList<Map<String, @Nullable Object>>();
        cases.forEach(json -> results.add(result(json)));
        out.println(JSON.writeValueAsString(Map.of("results", results)));
        return unanswered ? CaseCommand.UNANSWERED : CaseCommand.DONE;
    }

    int checkAll(JsonNode cases) {
        cases.forEach(this::check);
        out.println(passed + " passed, " + failed + " failed");
        return unanswered
                ? CaseCommand.UNANSWERED
                : failed > 0 ? CaseCommand.DIFFERS : CaseCommand.DONE;
    }

    private void check(JsonNode json) {
        var result = result(json);
        var id = result.get("id") == null ? "(no id)" : result.get("id").toString();
        var answer = result.get(command.answerKey());
        var differences =
                answer == null
                        ? List.of("error: " + result.get("error"))
                        : command.differences()
                                .apply(json.path("expected"), JSON.valueToTree(answer));
        differences.forEach(difference -> out.println(id + ": " + difference));
        if (differences.isEmpty()) {
            passed++;
        } else {
            failed++;
        }
    }

    private Map<String, @Nullable Object> result(JsonNode json) {
        var result = new LinkedHashMap<String, @Nullable Object>();
        var id = json.path("id");
        result.put("id", id.isString() ? id.stringValue() : id.isMissingNode() ? null : id);
        try {
            result.put(command.answerKey(), command.answer().apply(json));
        } catch (CaseError wrong) {
            unanswered = true;
            result.put("error", wrong.getMessage());
        }
        return result;
    }
}
