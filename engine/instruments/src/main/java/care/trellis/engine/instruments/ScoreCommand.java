package care.trellis.engine.instruments;

import care.trellis.engine.content.CaseCheck;
import care.trellis.engine.content.CaseCommand;
import java.io.PrintStream;

/**
 * {@code score FILE.json} scores cases; {@code score --check FILE.json} compares the results with
 * what the cases expect.
 */
public final class ScoreCommand {

    private ScoreCommand() {}

    /** Runs as a program; the exit code is that of {@link #run}. */
    public static void main(String[] args) {
        command().runAsProgram(args);
    }

    /**
     * Runs the command.
     *
     * @return one of the codes of {@link CaseCommand#run}
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return command().run(args, out, err);
    }

    private static CaseCommand command() {
        var instruments = Instruments.library();
        return new CaseCommand(
                "score",
                "result",
                json -> new ScoringCase(instruments, json).result(),
                CaseCheck::ofWholeValues);
    }
}
