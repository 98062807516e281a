package care.trellis.placement.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/** Who must not meet whom at a site, and the form for a new pair. */
public record ApartView(
        String path, Form form, List<Choice> ones, List<Choice> others, List<Pair> pairs) {

    /** Two people, and why. */
    public record Pair(String names, String reason, String by, String liftPath) {}

    /** Copies the pairs. */
    public ApartView {
        pairs = List.copyOf(pairs);
    }
}
