package care.trellis.billing;

/**
 * A file exactly as it left or came.
 *
 * @param sha256 hash of the content, taken when it was kept
 */
public record KeptFile(String name, byte[] content, byte[] sha256) {

    /** Holds people's data: logs see the name only. */
    @Override
    public String toString() {
        return "KeptFile[" + name + "]";
    }
}
