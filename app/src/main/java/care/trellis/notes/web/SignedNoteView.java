package care.trellis.notes.web;

import care.trellis.web.Fact;
import java.util.List;

/** A signed note as finished text. */
public record SignedNoteView(
        String chartPath,
        String addendumPath,
        String when,
        String facilitators,
        List<Fact> facts,
        List<Section> sections,
        List<String> signatures,
        List<Added> addenda,
        String hash,
        boolean intact,
        String key) {

    /** A heading and what stands under it. */
    public record Section(String heading, String text) {}

    /** One addendum. */
    public record Added(String reason, String text, String by) {}
}
