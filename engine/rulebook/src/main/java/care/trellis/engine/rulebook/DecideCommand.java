package care.trellis.engine.rulebook;

import care.trellis.engine.content.CaseCheck;
import care.trellis.engine.content.CaseCommand;
import care.trellis.engine.content.CaseError;
import java.io.PrintStream;

/**
 * {@code decide FILE.json} answers payer cases; {@code decide --check FILE.json} compares the
 * answers with what the cases expect.
 */
public final class DecideCommand {

    private DecideCommand() {}

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
        var rulebooks = Rulebooks.library();
        return new CaseCommand(
                "decide",
                "outcome",
                json -> CaseOutcome.of(decide(rulebooks, PayerCase.read(json))),
                CaseCheck::ofNamedKeys);
    }

    private static Decision decide(Rulebooks rulebooks, PayerCase payerCase) {
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
