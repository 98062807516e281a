package care.trellis.attendance;

/** How the program learned it: it is part of the evidence. */
public enum Method {
    STAFF("by staff"),
    KIOSK("at the kiosk"),
    QR("by QR code"),
    TEXT("by text message"),
    VIDEO("by joining the video"),
    /** Nobody saw it; the session's end stands for it. */
    ESTIMATED("estimated");

    private final String label;

    Method(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }
}
