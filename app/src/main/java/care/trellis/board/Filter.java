package care.trellis.board;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reader narrowed the board to, as it stands in the address. Empty text is no filter.
 *
 * @param track id of a track
 * @param payer name of a payer, never of a person
 * @param level of care, such as {@code IOP}
 * @param lead id of the member of staff who leads a group that the client sits in
 * @param counselor id of the member of staff who answers for the client
 * @param risk only clients with dollars at risk
 * @param safety only clients for whom a risk flag stands
 * @param mark {@link Mark#css} of how a client's day stands
 */
record Filter(
        String track,
        String payer,
        String level,
        String lead,
        String counselor,
        boolean risk,
        boolean safety,
        String mark) {

    /** Reads it from the fields of an address. */
    static Filter of(Map<String, String> sent) {
        return new Filter(
                text(sent.get("track")),
                text(sent.get("payer")),
                text(sent.get("level")),
                text(sent.get("lead")),
                text(sent.get("counselor")),
                "true".equals(sent.get("risk")),
                "true".equals(sent.get("safety")),
                text(sent.get("mark")));
    }

    /** Whether a person fits, as far as the person alone tells. */
    boolean fits(RowRecords.Person person, List<BoardDay.Placed> placed) {
        return (payer.isEmpty() || payer.equals(person.payer()))
                && (level.isEmpty() || level.equals(person.level()))
                && (counselor.isEmpty() || answersFor(person))
                && (!safety || person.flagged())
                && (lead.isEmpty()
                        || placed.stream()
                                .anyMatch(place ->
                                        lead.equals(String.valueOf(place.group().lead()))));
    }

    private boolean answersFor(RowRecords.Person person) {
        var named = person.counselor();
        return named != null && counselor.equals(named.staff().toString());
    }

    /** The filter as the end of an address that has a question mark already. */
    String query() {
        var query = new StringBuilder();
        add(query, "track", track);
        add(query, "payer", payer);
        add(query, "level", level);
        add(query, "lead", lead);
        add(query, "counselor", counselor);
        add(query, "risk", risk ? "true" : "");
        add(query, "safety", safety ? "true" : "");
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
