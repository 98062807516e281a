package care.trellis.medications.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/**
 * The form in which a list is compared.
 *
 * @param path of the client's chart
 * @param last when it was compared last; empty where it never was
 * @param allergies in words; empty where nobody asked
 */
public record ReconciliationView(
        String path,
        String name,
        String last,
        String allergies,
        Form form,
        List<Choice> moments,
        List<Source> sources,
        List<Line> lines) {

    /** Copies the lists. */
    public ReconciliationView {
        moments = List.copyOf(moments);
        sources = List.copyOf(sources);
        lines = List.copyOf(lines);
    }

    /** Something to compare with. */
    public record Source(String value, String label, boolean ticked) {}

    /**
     * A line to be decided; its fields carry its id.
     *
     * @param differs how it stood last time, where that differs; {@code New since} where it is
     */
    public record Line(
            String id,
            int seen,
            String name,
            String how,
            String differs,
            List<Choice> decisions,
            List<Choice> adherences,
            String dose,
            String frequency,
            String reason,
            String decisionError,
            String doseError,
            String reasonError) {}
}
