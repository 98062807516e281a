package care.trellis.messages;

import care.trellis.web.Tone;

/** What became of a message. */
public enum State {
    QUEUED("Waits", Tone.NEUTRAL),
    SENDING("Is leaving", Tone.INFO),
    SENT("Sent", Tone.GOOD),
    /** The carrier said no. */
    REFUSED("Refused", Tone.BAD),
    /** It may have left: the program ended, or the line broke, before the carrier answered. */
    OUTCOME_UNKNOWN("Outcome unknown", Tone.WATCH),
    /** Not wanted any more before it left. */
    WITHDRAWN("Withdrawn", Tone.NEUTRAL);

    private final String label;
    private final Tone tone;

    State(String label, Tone tone) {
        this.label = label;
        this.tone = tone;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /** How it is colored. */
    public Tone tone() {
        return tone;
    }
}
