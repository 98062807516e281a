package care.trellis.setup;

import java.util.Locale;

/** The steps that set a program up, in order. */
public enum SetupStep {
    PROGRAM("The program"),
    TRACKS("Tracks"),
    PEOPLE("Rooms and people"),
    RULES("Rules and curriculum"),
    REVIEW("Look it over");

    private final String label;

    SetupStep(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /** The last part of its address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one after it; the last is its own. */
    public SetupStep next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    /** The one before it; the first is its own. */
    public SetupStep back() {
        return values()[Math.max(ordinal() - 1, 0)];
    }
}
