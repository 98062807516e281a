package care.trellis.board;

/** A small sign on a client or a client-day that says what somebody should look at. */
public enum Signal {
    /** A note of this day is not signed. */
    NOTE_UNSIGNED("pen", "Note not signed", "watch"),
    /** The day can be billed as it stands. */
    BILLABLE("dollar", "Billable", "good"),
    /** No authorization covers the day. */
    NO_AUTHORIZATION("shield", "No authorization", "bad"),
    /** Something else holds the day; its reasons open with a click. */
    HELD("hold", "Held", "watch"),
    /** A risk flag stands; what it says is read on the safety page alone. */
    SAFETY("warning", "Safety flag", "bad"),
    /** The day by which the plan had to be signed or reviewed is over. */
    PLAN_OVERDUE("plans", "Plan overdue", "watch");

    private final String icon;
    private final String words;
    private final String css;

    Signal(String icon, String words, String css) {
        this.icon = icon;
        this.words = words;
        this.css = css;
    }

    /** The symbol of the icon sprite. */
    public String icon() {
        return icon;
    }

    /** What the sign says in words. */
    public String words() {
        return words;
    }

    /** Ending of the style class, as in {@code signal-watch}. */
    public String css() {
        return css;
    }
}
