package care.trellis.notes;

/** What sort of note of one client it is. */
public enum NoteKind {
    INDIVIDUAL("Individual session", false),
    FAMILY("Family session", true),
    COLLATERAL("Collateral contact", true),
    CRISIS("Crisis contact", false),
    CASE_MANAGEMENT("Case management", false),
    MEDICATION("Medication visit", false),
    PEER_SUPPORT("Peer support", false);

    private final String label;
    private final boolean others;

    NoteKind(String label, boolean others) {
        this.label = label;
        this.others = others;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /**
     * Whether other people take part, so that the note says who they were and what allows the
     * contact.
     */
    public boolean withOthers() {
        return others;
    }
}
