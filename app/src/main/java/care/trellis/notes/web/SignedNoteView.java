package care.trellis.notes.web;

import java.util.List;

/** A signed note as finished text. */
public record SignedNoteView(
        String chartPath,
        String addendumPath,
        String when,
        String facilitators,
        String focus,
        String method,
        String narrative,
        String text,
        String goal,
        List<String> signatures,
        List<Added> addenda,
        String hash,
        boolean intact,
        String key) {

    /** One addendum. */
    public record Added(String reason, String text, String by) {}
}
