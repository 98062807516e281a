package care.trellis.board;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a reader narrowed the board to. Empty text is no filter.
 *
 * @param track id of a track
 * @param payer name of a payer, never of a person
 * @param mark {@link Mark#css} of how a client's day stands
 */
record Filter(String track, String payer, boolean risk, String mark) {

    static Filter of(
            @Nullable String track, @Nullable String payer, boolean risk, @Nullable String mark) {
        return new Filter(text(track), text(payer), risk, text(mark));
    }

    /** The filter as the end of an address that has a question mark already. */
    String query() {
        var query = new StringBuilder();
        add(query, "track", track);
        add(query, "payer", payer);
        add(query, "risk", risk ? "true" : "");
        add(query, "mark", mark);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
