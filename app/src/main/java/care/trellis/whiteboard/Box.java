package care.trellis.whiteboard;

/** What every hand-over says. */
public enum Box {
    SAFETY("Safety", "Who is on watch, what was agreed, who knows"),
    CENSUS("Census", "Who came, who did not, who comes next"),
    INCIDENTS("Incidents", "What happened, who was told"),
    TASKS("Open tasks", "What is left to do, and by when"),
    FOLLOW_UPS("Follow-ups", "Calls, families, appointments");

    private final String label;
    private final String hint;

    Box(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /** What belongs there. */
    public String hint() {
        return hint;
    }
}
