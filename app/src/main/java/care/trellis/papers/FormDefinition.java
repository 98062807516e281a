package care.trellis.papers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form as its file in {@code content/forms} words it.
 *
 * @param id what its papers are kept under
 * @param group where it is listed
 * @param clinical whether only those who read notes may read it
 * @param reviewDays how long a signed paper holds; null for ever
 * @param client whether the client is asked to sign too
 */
public record FormDefinition(
        String id,
        int version,
        String title,
        String about,
        Group group,
        boolean clinical,
        @Nullable Integer reviewDays,
        boolean client,
        List<Section> sections) {

    /** Where a form is listed, in the order of a stay. */
    public enum Group {
        INTAKE("Intake"),
        SAFETY("Safety"),
        CARE("Care"),
        DISCHARGE("Discharge");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        /** The group in words. */
        public String label() {
            return label;
        }
    }

    /** Whom a question is for. A question for nobody in particular is for everybody. */
    public enum Population {
        TEEN,
        VETERAN,
        PREGNANT,
        SUD,
        MH,
        DUAL
    }

    /** What an answer looks like. */
    public enum Kind {
        /** Words to read; there is no answer. */
        READ,
        TEXT,
        LONG,
        YES_NO,
        CHOICE,
        MANY,
        DATE,
        NUMBER,
        /** A grid of named rows and columns. */
        TABLE
    }

    /** Copies the sections. */
    public FormDefinition {
        about = Objects.requireNonNullElse(about, "");
        sections = List.copyOf(sections);
    }

    /** Every question in order. */
    public Stream<Question> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }

    /** The section with this id. */
    public Optional<Section> section(String wanted) {
        return sections.stream().filter(section -> section.id().equals(wanted)).findFirst();
    }

    /** Questions under one heading; saved together. */
    public record Section(
            String id, String title, String hint, List<Population> only, List<Question> questions) {

        /** Copies the questions; what a file leaves out is empty. */
        public Section {
            hint = Objects.requireNonNullElse(hint, "");
            only = only == null ? List.of() : List.copyOf(only);
            questions = List.copyOf(questions);
        }
    }

    /**
     * One question.
     *
     * @param id the same in every form that asks the same, so that an answer is typed once
     * @param rows of a table
     * @param columns of a table
     * @param dates which columns of a table hold a day, counted from 0
     * @param needed whether the form cannot be signed without it
     * @param fresh whether it is asked anew each time: danger and decisions are never carried over
     */
    public record Question(
            String id,
            String label,
            String hint,
            Kind kind,
            List<String> options,
            List<String> rows,
            List<String> columns,
            List<Integer> dates,
            boolean needed,
            boolean fresh,
            List<Population> only) {

        /** What a file leaves out is empty. */
        public Question {
            hint = Objects.requireNonNullElse(hint, "");
            options = options == null ? List.of() : List.copyOf(options);
            rows = rows == null ? List.of() : List.copyOf(rows);
            columns = columns == null ? List.of() : List.copyOf(columns);
            dates = dates == null ? List.of() : List.copyOf(dates);
            only = only == null ? List.of() : List.copyOf(only);
        }

        /** The field of one cell of a table, counted from 0. */
        public String cell(int row, int column) {
            return id + "." + row + "." + column;
        }
    }
}
