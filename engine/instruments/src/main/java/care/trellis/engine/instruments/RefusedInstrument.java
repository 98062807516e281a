package care.trellis.engine.instruments;

/** An instrument file that is wrong. The message says where and why: {@code file:line: reason}. */
public final class RefusedInstrument extends RuntimeException {

    private final String file;
    private final int line;

    RefusedInstrument(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
        this.file = file;
        this.line = line;
    }

    /** The file as it was named to the reader. */
    public String file() {
        return file;
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }
}
