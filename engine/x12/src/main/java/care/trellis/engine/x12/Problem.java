package care.trellis.engine.x12;

/**
 * What is wrong with a file, and where. The text repeats nothing of the file's content.
 *
 * @param severity whether the file can be relied upon
 * @param code such as {@code MISSING_IEA}, for machines
 * @param segment place in the file, the first segment being 1
 * @param line line of the file in which that segment begins, from 1
 * @param text one sentence for people
 */
public record Problem(Severity severity, String code, int segment, int line, String text) {

    /** How bad it is. */
    public enum Severity {
        /** The file was not read whole, or contradicts itself. */
        ERROR,
        /** Odd, but nothing was lost. */
        WARNING
    }

    /**
     * True for an error.
     *
     * @return false for a warning
     */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
