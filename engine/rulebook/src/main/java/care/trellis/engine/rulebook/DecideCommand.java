package care.trellis.engine.rulebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code decide FILE.json} answers payer cases; {@code decide --check FILE.json} compares the
 * answers with what the cases expect.
 */
public final class DecideCommand {

    /** Every case was decided, and with {@code --check} as expected. */
    public static final int DONE = 0;

    /** With {@code --check}: at least one case differs. */
    public static final int DIFFERS = 1;

    /** A case could not be decided, or the file could not be read. */
    public static final int UNDECIDED = 2;

    private static final String USAGE = "usage: decide [--check] FILE.json";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private final Rulebooks rulebooks;
    private final PrintStream out;
    private int passed;
    private int failed;
    private boolean undecided;

    private DecideCommand(Rulebooks rulebooks, PrintStream out) {
        this.rulebooks = rulebooks;
        this.out = out;
    }

    /** Runs as a program; the exit code is that of {@link #run}. */
    public static void main(String[] args) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int code = run(args, out, System.err);
        out.flush();
        System.exit(code);
    }

    /**
     * Runs the command: results to {@code out}, complaints about the call or the file to {@code
     * err}.
     *
     * @return {@link #DONE}, {@link #DIFFERS} or {@link #UNDECIDED}
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        boolean check = args.length == 2 && args[0].equals("--check");
        if (args.length != (check ? 2 : 1) || args[args.length - 1].startsWith("--")) {
            err.println(USAGE);
            return UNDECIDED;
        }
        var file = args[args.length - 1];
        try {
            var cases = JSON.readTree(Files.readString(Path.of(file))).path("cases");
            if (!cases.isArray()) {
                err.println(file + ": there is no list of \"cases\" in it");
                return UNDECIDED;
            }
            var command = new DecideCommand(Rulebooks.library(), out);
            return check ? command.checkAll(cases) : command.decideAll(cases);
        } catch (IOException | InvalidPathException unreadable) {
            err.println(file + ": cannot be read: " + unreadable.getMessage());
            return UNDECIDED;
        } catch (JacksonException notJson) {
            err.println(file + ": not JSON: " + notJson.getOriginalMessage());
            return UNDECIDED;
        }
    }

    private int decideAll(JsonNode cases) {
        var results = new ArrayList<Map<String, @Nullable Object>>();
        cases.forEach(json -> results.add(result(json)));
        out.println(JSON.writeValueAsString(Map.of("results", results)));
        return undecided ? UNDECIDED : DONE;
    }

    private int checkAll(JsonNode cases) {
        cases.forEach(this::check);
        out.println(passed + " passed, " + failed + " failed");
        return undecided ? UNDECIDED : failed > 0 ? DIFFERS : DONE;
    }

    private void check(JsonNode json) {
        var result = result(json);
        var name = result.get("id") == null ? "(no id)" : result.get("id").toString();
        var outcome = result.get("outcome");
        var differences =
                outcome == null
                        ? List.of("error: " + result.get("error"))
                        : CaseCheck.differences(json.path("expected"), JSON.valueToTree(outcome));
        differences.forEach(difference -> out.println(name + ": " + difference));
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
            result.put("outcome", CaseOutcome.of(decide(PayerCase.read(json))));
        } catch (CaseError wrong) {
            undecided = true;
            result.put("error", wrong.getMessage());
        }
        return result;
    }

    private Decision decide(PayerCase payerCase) {
        var rulebook = rulebooks.find(payerCase.ruleSet(), payerCase.day());
        if (rulebook == null) {
            throw new CaseError(
                    "unknown rule set \""
                            + payerCase.ruleSet()
                            + "\"; known: "
                            + String.join(", ", rulebooks.ids()));
        }
        return Decisions.decide(payerCase.week(), rulebook, payerCase.authorization());
    }
}
