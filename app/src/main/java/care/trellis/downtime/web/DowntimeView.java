package care.trellis.downtime.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * The papers of today and the sheets that came back, as finished text.
 *
 * @param folder where files lie; empty where no folder is set
 * @param setting the form of passphrases; for those who may set them
 */
public record DowntimeView(
        List<Site> sites,
        String folder,
        Form setting,
        boolean deskSet,
        boolean clinicalSet,
        boolean mayEnter,
        boolean maySet,
        boolean mayReadPlans) {

    /** Keeps its own copy of the list. */
    public DowntimeView {
        sites = List.copyOf(sites);
    }

    /** One site. */
    public record Site(
            String name,
            String path,
            String made,
            String state,
            Tone tone,
            List<String> files,
            String problem,
            String day,
            List<Choice> days,
            List<Sheet> sheets) {

        /** Keeps its own copies of the lists. */
        public Site {
            files = List.copyOf(files);
            days = List.copyOf(days);
            sheets = List.copyOf(sheets);
        }
    }

    /** A sheet to enter. */
    public record Sheet(String time, String title, String path) {}
}
