package care.trellis.placement.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/** The form of whom a track is for. */
public record TermsView(
        String path,
        String action,
        String name,
        Form form,
        List<Choice> languages,
        List<Choice> groups) {

    /** Copies the choices. */
    public TermsView {
        languages = List.copyOf(languages);
        groups = List.copyOf(groups);
    }
}
