package care.trellis.notes.web;

import care.trellis.web.Choice;
import java.util.List;

/** The choice of sort and format, as finished text. */
public record BeginView(
        String path,
        String privatePath,
        String chartPath,
        String key,
        String session,
        List<Choice> kinds,
        List<Format> formats) {

    /** One format and its headings. */
    public record Format(String value, String label, String headings, boolean selected) {}
}
