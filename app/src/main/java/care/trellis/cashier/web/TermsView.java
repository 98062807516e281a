package care.trellis.cashier.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/**
 * One of the small pages that hang on an account, in finished text.
 *
 * @param path of the chart
 * @param lines what stands or was decided, newest first
 * @param choices of the form's selects, in the order in which they stand on the page
 * @param words what the page says above its form
 */
public record TermsView(
        String path,
        String name,
        boolean mayEdit,
        List<Line> lines,
        Form form,
        List<List<Choice>> choices,
        List<String> words) {

    /** Copies the lists. */
    public TermsView {
        lines = List.copyOf(lines);
        choices = List.copyOf(choices);
        words = List.copyOf(words);
    }

    /**
     * One thing that stands.
     *
     * @param end where it is taken back; empty where it cannot be
     */
    public record Line(String title, String detail, String word, String end) {}
}
