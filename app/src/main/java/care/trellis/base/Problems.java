package care.trellis.base;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with an input, so that a person reads it all at once. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Adds a problem unless the condition holds. */
    public Problems require(boolean holds, String field, String code, String message) {
        if (!holds) {
            found.add(new Problem(field, code, message));
        }
        return this;
    }

    /** Asks for text that is not blank and has at most so many characters. */
    public Problems text(@Nullable String value, int longest, String field, String label) {
        require(value != null && !value.isBlank(), field, "MISSING", "Enter " + label + ".");
        return atMost(value, longest, field, label);
    }

    /** Asks that text, where given, has at most so many characters. */
    public Problems atMost(@Nullable String value, int longest, String field, String label) {
        return require(
                value == null || value.length() <= longest,
                field,
                "TOO_LONG",
                "Shorten " + label + " to " + longest + " characters.");
    }

    /** Whether nothing was wrong. */
    public boolean none() {
        return found.isEmpty();
    }

    /** The refusal that lists them all. */
    public <T> Change<T> refused() {
        return new Change.Refused<>(found);
    }
}
