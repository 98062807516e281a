package care.trellis.attendance;

/** How the program learned it: it is part of the evidence. */
public enum Method {
    STAFF("by staff", Confidence.STAFF),
    KIOSK("at the kiosk", Confidence.SELF),
    QR("by QR code", Confidence.SELF),
    TEXT("by text message", Confidence.SELF),
    VIDEO("by joining the video", Confidence.VIDEO),
    /** Written on paper while the program was down, and entered later. */
    PAPER("from paper, entered later", Confidence.STAFF),
    /** Nobody saw it; the session's end stands for it. */
    ESTIMATED("estimated", Confidence.ESTIMATED);

    private final String label;
    private final Confidence confidence;

    Method(String label, Confidence confidence) {
        this.label = label;
        this.confidence = confidence;
    }

    /** Whose word it is. */
    public Confidence confidence() {
        return confidence;
    }

    /** As people say it. */
    public String label() {
        return label;
    }
}
