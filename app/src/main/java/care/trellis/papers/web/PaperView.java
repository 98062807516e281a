package care.trellis.papers.web;

import care.trellis.web.Choice;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * A paper as finished text: to write while it is a draft, to read once it is signed.
 *
 * @param path of the client's chart
 * @param own path of the paper
 * @param missing what must still be answered, with the field it stands in
 * @param unfinished what other rooms still have open, for the signer to see
 * @param signKey the key of the signature
 * @param client the form in which the client signs; null where the client is not asked, or signed
 */
public record PaperView(
        String path,
        String own,
        String name,
        String title,
        String about,
        String state,
        Tone tone,
        boolean draft,
        boolean mayEdit,
        boolean intact,
        List<Section> sections,
        List<Missing> missing,
        List<String> unfinished,
        String signKey,
        boolean clientOpen,
        Form client,
        List<Fact> signatures,
        String hash) {

    /** Copies the lists. */
    public PaperView {
        sections = List.copyOf(sections);
        missing = List.copyOf(missing);
        unfinished = List.copyOf(unfinished);
        signatures = List.copyOf(signatures);
    }

    /** Questions under one heading. */
    public record Section(
            String id,
            String title,
            String hint,
            int revision,
            boolean complete,
            List<Asked> questions) {

        /** Copies the questions. */
        public Section {
            questions = List.copyOf(questions);
        }
    }

    /**
     * One question with its answer.
     *
     * @param reused when the answer was given in an earlier paper; empty where it was not
     * @param choices of a choice, several choices, or yes and no
     * @param columns of a table
     */
    public record Asked(
            String id,
            String kind,
            String label,
            String hint,
            boolean needed,
            String text,
            String reused,
            List<Choice> choices,
            List<String> columns,
            List<Row> rows) {

        /** Copies the lists. */
        public Asked {
            choices = List.copyOf(choices);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** One row of a table. */
    public record Row(String label, List<Cell> cells) {

        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }

        /** Whether nothing stands in it. */
        public boolean empty() {
            return cells.stream().allMatch(cell -> cell.text().isEmpty());
        }
    }

    /** One cell of a table. */
    public record Cell(String name, String label, String text, String type) {}

    /** A question without its answer. */
    public record Missing(String label, String target) {}
}
