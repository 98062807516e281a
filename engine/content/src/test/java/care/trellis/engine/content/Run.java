package care.trellis.engine.content;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a command printed and how it ended. */
public record Run(int code, String out, String err) {

    /** A command as it is called: arguments, output, complaints, exit code. */
    public interface Command {

        /** Runs to its end. */
        int run(String[] args, PrintStream out, PrintStream err);
    }

    /** Runs a command and keeps what it said. */
    public static Run of(Command command, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code =
                command.run(
                        args,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The last line of the output; empty where there is none. */
    public String lastLine() {
        return out.lines().reduce("", (before, line) -> line);
    }
}
