package care.trellis.engine.rulebook;

/** A rulebook file that is wrong. The message says where and why: {@code file:line: reason}. */
public final class RefusedRulebook extends RuntimeException {

    private final String file;
    private final int line;
    private final String reason;

    RefusedRulebook(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    /** The file as it was named to the reader. */
    public String file() {
        return file;
    }

    /** What is wrong, without file and line. */
    public String reason() {
        return reason;
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }
}
