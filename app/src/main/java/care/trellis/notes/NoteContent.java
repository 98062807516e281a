package care.trellis.notes;

import care.trellis.base.Hashes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a signature binds: one client's note of one session with everything that a reader or payer
 * needs, and no other client. It is written down once, in this order, and the hash is taken over
 * exactly those characters.
 *
 * @param format name and version of this layout, so that an old note can always be read
 * @param module of the curriculum; empty where none was chosen
 * @param arrived when the client came, ISO-8601 with offset; start and stop stand on the note
 *     itself
 */
record NoteContent(
        String format,
        String session,
        String client,
        String title,
        String serviceType,
        String modality,
        String date,
        String starts,
        String ends,
        List<String> facilitators,
        String module,
        String focus,
        String method,
        String narrative,
        String arrived,
        String left,
        int minutes,
        @Nullable Integer participation,
        @Nullable String goal,
        String noGoalReason,
        String text) {

    static final String FORMAT = "trellis-note/1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The characters that are stored and hashed. */
    String written() {
        return JSON.writeValueAsString(this);
    }

    /** Reads what was stored. */
    static NoteContent read(String written) {
        return JSON.readValue(written, NoteContent.class);
    }

    /** SHA-256 over the characters in UTF-8. */
    static byte[] hash(String written) {
        return Hashes.sha256(written);
    }

    /** SHA-256 over the hashes of everything that one pass signs, in order. */
    static byte[] manifest(List<byte[]> hashes) {
        return Hashes.sha256(hashes.toArray(byte[][]::new));
    }
}
