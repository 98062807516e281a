package care.trellis.engine.content;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A command that answers a file of cases, {@code {"cases": [...]}}, and with {@code --check}
 * compares the answers with what the cases expect. The cases are not its business: who makes one
 * says how a case is answered and how an answer is compared.
 *
 * @param name the word of the command line
 * @param answerKey the key under which an answer is printed
 * @param answer answers one case; throws {@link CaseError} for one that cannot be answered
 * @param differences compares what a case expects with its answer: a line for each difference
 */
public record CaseCommand(
        String name,
        String answerKey,
        Function<JsonNode, Object> answer,
        BiFunction<JsonNode, JsonNode, List<String>> differences) {

    /** Every case was answered, and with {@code --check} as expected. */
    public static final int DONE = 0;

    /** With {@code --check}: at least one case differs. */
    public static final int DIFFERS = 1;

    /** A case could not be answered, or the file could not be read. */
    public static final int UNANSWERED = 2;

    /** Runs as a program, which ends with the code of {@link #run}. */
    public void runAsProgram(String[] args) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int code = run(args, out, System.err);
        out.flush();
        System.exit(code);
    }

    /**
     * Runs the command: answers to {@code out}, complaints about the call or the file to {@code
     * err}.
     *
     * @return {@link #DONE}, {@link #DIFFERS} or {@link #UNANSWERED}
     */
    public int run(String[] args, PrintStream out, PrintStream err) {
        boolean check = args.length == 2 && args[0].equals("--check");
        if (args.length != (check ? 2 : 1) || args[args.length - 1].startsWith("--")) {
            err.println("usage: " + name + " [--check] FILE.json");
            return UNANSWERED;
        }
        var file = args[args.length - 1];
        try {
            var cases = CaseRun.JSON.readTree(Files.readString(Path.of(file))).path("cases");
            if (!cases.isArray()) {
                err.println(file + ": there is no list of \"cases\" in it");
                return UNANSWERED;
            }
            var run = new CaseRun(this, out);
            return check ? run.checkAll(cases) : run.answerAll(cases);
        } catch (IOException | InvalidPathException unreadable) {
            err.println(file + ": cannot be read: " + unreadable.getMessage());
            return UNANSWERED;
        } catch (JacksonException notJson) {
            err.println(file + ": not JSON: " + notJson.getOriginalMessage());
            return UNANSWERED;
        }
    }
}
