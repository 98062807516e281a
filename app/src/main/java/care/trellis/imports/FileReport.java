package care.trellis.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of one file.
 *
 * @param name as the file is called, without its folder
 * @param problem why the file was refused or passed over; empty otherwise
 * @param counts per kind; kinds that the file does not hold are absent
 * @param left what was not taken, and why
 */
public record FileReport(
        String name,
        State state,
        String problem,
        Map<Kind, Counts> counts,
        List<Left> left,
        List<WrongRow> wrongRows) {

    /** How it ended. */
    public enum State {
        /** Everything that we keep is on record. */
        TAKEN("Taken"),
        /** All of it was on record already, just so. */
        UNCHANGED("Unchanged"),
        /** A sound file without a person in it. */
        NOTHING_TO_TAKE("Nothing to take"),
        /** Some persons were left out; the rest is on record. */
        PARTLY("Partly taken"),
        /** Not one of ours, and passed over. */
        PASSED_OVER("Passed over"),
        /** Refused as a whole; nothing of it is on record. */
        REFUSED("Refused");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The words of the report. */
        public String label() {
            return label;
        }

        /** Whether somebody has to look at the file. */
        public boolean isFailure() {
            return this == PARTLY || this == REFUSED;
        }
    }

    /** How many of one kind. */
    public record Counts(int taken, int changed, int unchanged, int left) {

        /** None. */
        public static final Counts NONE = new Counts(0, 0, 0, 0);

        /** The sum. */
        public Counts plus(Counts other) {
            return new Counts(
                    taken + other.taken,
                    changed + other.changed,
                    unchanged + other.unchanged,
                    left + other.left);
        }
    }

    /**
     * So many things that were not taken for one reason.
     *
     * @param what the FHIR resource type, or the kind in our words
     */
    public record Left(String what, String reason, int count) {}

    /**
     * A row of a spreadsheet that cannot be meant.
     *
     * @param line as the spreadsheet counts, the header being 1
     * @param column heading of the column
     * @param fix what to write there
     */
    public record WrongRow(long line, String column, String fix) {}

    /** Copies the collections. */
    public FileReport {
        counts = Map.copyOf(counts);
        left = List.copyOf(left);
        wrongRows = List.copyOf(wrongRows);
    }

    static FileReport without(String name, State state, String problem) {
        return new FileReport(name, state, problem, Map.of(), List.of(), List.of());
    }

    static Map<Kind, Counts> sum(List<Map<Kind, Counts>> parts) {
        var sum = new EnumMap<Kind, Counts>(Kind.class);
        parts.forEach(
                part -> part.forEach((kind, counts) -> sum.merge(kind, counts, Counts::plus)));
        return sum;
    }
}
