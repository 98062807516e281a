package care.trellis.notes;

import java.util.List;

/** The parts of a note, by the formats that programs and payers know. */
public enum NoteFormat {
    DAP("DAP", List.of("Data", "Assessment", "Plan")),
    SOAP("SOAP", List.of("Subjective", "Objective", "Assessment", "Plan")),
    BIRP("BIRP", List.of("Behavior", "Intervention", "Response", "Plan")),
    FREE("Free form", List.of("Note"));

    private final String label;
    private final List<String> parts;

    NoteFormat(String label, List<String> parts) {
        this.label = label;
        this.parts = parts;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /** The headings, in order. */
    public List<String> parts() {
        return parts;
    }
}
