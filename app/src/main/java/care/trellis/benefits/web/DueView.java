package care.trellis.benefits.web;

import care.trellis.web.Tone;
import java.util.List;

/**
 * What is to be checked, in finished text.
 *
 * @param askable how many could be asked by file now
 * @param sent what the last press sent; empty before one
 * @param left what it could not send, and why
 */
public record DueView(
        List<Owed> owed,
        List<Row> rows,
        int askable,
        int waiting,
        boolean mayEdit,
        String sent,
        List<String> left,
        List<File> files) {

    /** Copies the lists. */
    public DueView {
        owed = List.copyOf(owed);
        rows = List.copyOf(rows);
        left = List.copyOf(left);
        files = List.copyOf(files);
    }

    /**
     * An estimate that is to be given.
     *
     * @param why what happened, and when
     * @param begins the first day of the care, or of what changes
     * @param clock by when, in words
     */
    public record Owed(
            String name,
            String path,
            String why,
            String begins,
            String clock,
            Tone tone,
            String owner) {}

    /** One file of questions that went out. */
    public record File(String name, String path, String payer, String when, String answered) {}

    /** One coverage. */
    public record Row(
            String name,
            String path,
            String payer,
            String why,
            Tone tone,
            String begins,
            String checked,
            String asked,
            String checkPath) {}
}
