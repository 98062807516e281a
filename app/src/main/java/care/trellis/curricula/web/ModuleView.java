package care.trellis.curricula.web;

import java.util.List;

/** What a session teaches, for its facilitator. */
public record ModuleView(
        String path,
        String session,
        String code,
        String title,
        List<String> objectives,
        String handout,
        String source,
        boolean mayTeach,
        List<Line> suggested,
        List<Line> all) {

    /** Copies the lists. */
    public ModuleView {
        objectives = List.copyOf(objectives);
        suggested = List.copyOf(suggested);
        all = List.copyOf(all);
    }

    /** One module to choose. */
    public record Line(String code, String title) {}
}
