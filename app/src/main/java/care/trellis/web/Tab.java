package care.trellis.web;

/**
 * One of several views of the same thing, each with an address of its own.
 *
 * @param count shown beside the label; empty for none
 */
public record Tab(String label, String path, boolean active, String count) {

    /** A tab that counts nothing. */
    public Tab(String label, String path, boolean active) {
        this(label, path, active, "");
    }
}
