package care.trellis.web;

/**
 * A named value of a key-value list.
 *
 * @param path where the rows behind the value are; empty if it does not open
 */
public record Fact(String label, String value, String path) {

    /** A value with nothing behind it. */
    public Fact(String label, String value) {
        this(label, value, "");
    }
}
