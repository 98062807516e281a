package care.trellis.engine.content;

/** A content file that is wrong. The message says where and why: {@code file:line: reason}. */
public final class RefusedFile extends RuntimeException {

    private final String file;
    private final int line;
    private final String reason;

    /** Refuses a file as it was named to the reader, at a line counted from 1. */
    public RefusedFile(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    /** The file as it was named to the reader. */
    public String file() {
        return file;
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }

    /** What is wrong, without file and line. */
    public String reason() {
        return reason;
    }
}
