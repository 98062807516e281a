package care.trellis.notes.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/** A clinician's own notes about a client, as finished text. */
public record PrivateNotesView(
        String path, String chartPath, Form form, List<Choice> kinds, List<Entry> entries) {

    /** One note. */
    public record Entry(String id, String kind, String label, String when, String text) {}
}
