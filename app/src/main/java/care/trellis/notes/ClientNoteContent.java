package care.trellis.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a signature binds for a note of one client outside a group, written down once in this order.
 *
 * @param layout name and version of this layout
 * @param starts ISO-8601 with offset, as are {@code ends}
 * @param texts one for each of the headings
 */
record ClientNoteContent(
        String layout,
        String client,
        @Nullable String session,
        String kind,
        String format,
        String place,
        String date,
        String starts,
        String ends,
        int minutes,
        String author,
        String others,
        String allowedBy,
        @Nullable String goal,
        String noGoalReason,
        List<String> headings,
        List<String> texts,
        String risk) {

    static final String LAYOUT = "trellis-client-note/1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The characters that are stored and hashed. */
    String written() {
        return JSON.writeValueAsString(this);
    }

    /** Whether what is stored is of this layout. */
    static boolean is(String written) {
        return written.startsWith("{\"layout\":\"" + LAYOUT + "\"");
    }

    /** Reads what was stored. */
    static ClientNoteContent read(String written) {
        return JSON.readValue(written, ClientNoteContent.class);
    }
}
