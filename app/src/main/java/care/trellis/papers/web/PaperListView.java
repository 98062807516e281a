package care.trellis.papers.web;

import care.trellis.web.Tone;
import java.util.List;

/** What a client has of each form. */
public record PaperListView(String path, String name, boolean mayEdit, List<Group> groups) {

    /** Copies the groups. */
    public PaperListView {
        groups = List.copyOf(groups);
    }

    /** The forms of one part of a stay. */
    public record Group(String title, List<Row> rows) {

        /** Copies the rows. */
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One form.
     *
     * @param draft path of the draft that is open; empty where there is none
     * @param key with which a new one is begun
     */
    public record Row(
            String form,
            String title,
            String about,
            String state,
            Tone tone,
            String draft,
            String draftWords,
            String key,
            List<Signed> signed) {

        /** Copies the papers. */
        public Row {
            signed = List.copyOf(signed);
        }
    }

    /** One signed paper. */
    public record Signed(String day, String path) {}
}
