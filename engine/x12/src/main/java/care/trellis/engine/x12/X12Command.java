package care.trellis.engine.x12;

import care.trellis.engine.x12.summary.Summary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** {@code ./trellis x12 FILE}: prints what is in an X12 file as one JSON object. */
public final class X12Command {

    private static final int READ_WHOLE = 0;
    private static final int NOT_READ_WHOLE = 2;
    private static final String USAGE =
            "Usage: trellis x12 FILE [--limit BYTES]\n"
                    + "Prints what is in an X12 file as JSON; exit code 2 when it could not be read whole.";

    private X12Command() {}

    /**
     * Runs and leaves with the exit code.
     *
     * @param args as {@link #run}
     */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /**
     * Reads one file.
     *
     * @param args the file, then perhaps {@code --limit} and the largest size in bytes (64 MiB
     *     unless said)
     * @param out gets the JSON
     * @param err gets one sentence when there is no such file or the arguments are wrong
     * @return 0 when the file was read whole and agrees with itself, else 2
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        boolean limited = args.length == 3 && args[1].equals("--limit");
        if (args.length != 1 && !limited || limited && !args[2].matches("[1-9][0-9]{0,14}")) {
            err.println(USAGE);
            return NOT_READ_WHOLE;
        }
        long limit = limited ? Long.parseLong(args[2]) : X12Reader.LIMIT_BYTES;
        Path file;
        try {
            file = Path.of(args[0]);
        } catch (InvalidPathException e) {
            err.println("This is no file name.");
            return NOT_READ_WHOLE;
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            err.println("There is no readable file at " + file + ".");
            return NOT_READ_WHOLE;
        }
        return summarize(file, limit, out, err);
    }

    private static int summarize(Path file, long limit, PrintStream out, PrintStream err) {
        Problems problems;
        try (var in = Files.newInputStream(file)) {
            problems = Summary.write(in, limit, out);
        } catch (IOException e) {
            err.println("The file could not be read to its end.");
            return NOT_READ_WHOLE;
        }
        out.println();
        return problems.hasErrors() ? NOT_READ_WHOLE : READ_WHOLE;
    }
}
