package care.trellis.drugtests.web;

import care.trellis.web.Tone;
import java.util.List;

/**
 * The drug tests of today, site by site.
 *
 * @param mayRead whether the reader may see results and draws
 * @param mayImport whether the reader may take a file of results
 */
public record DayView(String today, List<SiteView> sites, boolean mayRead, boolean mayImport) {

    /** Copies the list. */
    public DayView {
        sites = List.copyOf(sites);
    }

    /**
     * One site.
     *
     * @param draw what the draw of today came to, in a sentence
     * @param drawPath of the draw; empty where there was none, or the reader may not
     * @param promises the hashes of the days to come
     * @param past the last draws
     */
    public record SiteView(
            String name,
            String draw,
            String drawPath,
            List<Row> rows,
            List<Promised> promises,
            List<Past> past) {

        /** Copies the lists. */
        public SiteView {
            rows = List.copyOf(rows);
            promises = List.copyOf(promises);
            past = List.copyOf(past);
        }
    }

    /** One test. */
    public record Row(
            String path,
            String client,
            String why,
            String panel,
            String specimen,
            String state,
            Tone tone,
            String holder,
            String day,
            boolean due) {}

    /** A hash promised for a day. */
    public record Promised(String day, String hash) {}

    /** A draw that took place. */
    public record Past(String path, String day, String counted) {}
}
