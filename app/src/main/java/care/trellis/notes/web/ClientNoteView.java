package care.trellis.notes.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/**
 * A draft of one client's note as finished text.
 *
 * @param pageKey made for this rendering
 * @param withOthers other people take part, so the form asks who and what allows it
 * @param late a signature now is a late entry
 * @param signKey key of the signature
 */
public record ClientNoteView(
        String path,
        String chartPath,
        String kind,
        String format,
        String client,
        int version,
        String pageKey,
        Form form,
        List<Choice> places,
        List<Choice> goals,
        List<Part> parts,
        boolean withOthers,
        boolean late,
        String signKey) {

    /** One heading and its text. */
    public record Part(String name, String heading, String text, String error) {}
}
