package care.trellis.audit;

import care.trellis.base.Hashes;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the record as the chain binds it. Its canonical form is JSON with sorted keys and no
 * white space (after RFC 8785), so that any program can compute the same hash.
 *
 * @param transaction the id of the transaction that wrote the row
 */
record Link(
        UUID organization,
        UUID id,
        Instant at,
        String transaction,
        UUID account,
        String action,
        String purpose,
        @Nullable UUID client,
        String objectType,
        @Nullable UUID object,
        int count,
        @Nullable String detail) {

    /** What the first row of a chain has before it. */
    static final byte[] START = new byte[32];

    /** SHA-256 over the canonical form with its place and the hash before it. */
    byte[] hash(long sequence, byte[] previous) {
        return Hashes.sha256(canonical(sequence, previous));
    }

    String canonical(long sequence, byte[] previous) {
        return "{\"account\":"
                + text(account)
                + ",\"action\":"
                + text(action)
                + ",\"at\":"
                + text(at)
                + ",\"client\":"
                + text(client)
                + ",\"count\":"
                + count
                + ",\"detail\":"
                + text(detail)
                + ",\"id\":"
                + text(id)
                + ",\"object\":"
                + text(object)
                + ",\"objectType\":"
                + text(objectType)
                + ",\"organization\":"
                + text(organization)
                + ",\"previous\":"
                + text(HexFormat.of().formatHex(previous))
                + ",\"purpose\":"
                + text(purpose)
                + ",\"sequence\":"
                + sequence
                + ",\"transaction\":"
                + text(transaction)
                + "}";
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        var text = new StringBuilder("\"");
        for (char letter : value.toString().toCharArray()) {
            if (letter == '"' || letter == '\\') {
                text.append('\\').append(letter);
            } else if (letter < ' ') {
                text.append("\\u%04x".formatted((int) letter));
            } else {
                text.append(letter);
            }
        }
        return text.append('"').toString();
    }
}
