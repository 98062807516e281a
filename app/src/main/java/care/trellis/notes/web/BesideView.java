package care.trellis.notes.web;

import care.trellis.web.Fact;
import java.util.List;

/** What stands beside a line, as finished text. */
public record BesideView(String name, String chartPath, List<Fact> facts, List<Before> before) {

    /** A line of an earlier group. */
    public record Before(String day, String text) {}
}
