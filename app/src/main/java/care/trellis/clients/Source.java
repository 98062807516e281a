package care.trellis.clients;

/**
 * Where another system keeps the same person.
 *
 * @param system names the other system, such as the address of its identifiers
 * @param id what it calls the person; never shown, never logged
 */
public record Source(String system, String id) {

    /** Refuses half an identity. */
    public Source {
        if (system.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("A source names its system and an id");
        }
    }

    /** An id of another system may be a record number: logs see none. */
    @Override
    public String toString() {
        return "Source[" + system + "]";
    }
}
