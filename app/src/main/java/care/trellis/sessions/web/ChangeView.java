package care.trellis.sessions.web;

import java.util.List;

/**
 * The page that changes a session or its series.
 *
 * @param path of the session
 * @param when its day and time as it stands
 * @param repeats whether it is one of a series
 */
public record ChangeView(
        String path,
        String title,
        String when,
        boolean repeats,
        List<ScopeCard> scopes,
        BlockForm form,
        EffectView effect) {

    /** How far the change reaches. */
    public record ScopeCard(String value, String label, String words, boolean chosen) {}

    /** Copies the list. */
    public ChangeView {
        scopes = List.copyOf(scopes);
    }
}
