package care.trellis.chart;

import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody typed into one form, and what is wrong with it. Nothing typed is lost: a form that
 * is refused shows the same words again, each problem under its field.
 */
public final class Form {

    private final Map<String, String> values;
    private final Map<String, String> errors = new HashMap<>();
    private final UUID key;

    private Form(Map<String, String> values, UUID key) {
        this.values = new HashMap<>(values);
        this.key = key;
    }

    /** A form that nobody has filled in yet, with what is known. */
    public static Form blank(Map<String, String> known) {
        return new Form(known, Ids.next());
    }

    /** A form as it was sent. */
    public static Form sent(Map<String, String> values) {
        try {
            return new Form(values, UUID.fromString(values.getOrDefault("key", "")));
        } catch (IllegalArgumentException notAKey) {
            throw new NotFound();
        }
    }

    /** Makes a second press of the button the same request. */
    public UUID key() {
        return key;
    }

    /** What stands in a field; empty text where nothing does. */
    public String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /** What is wrong with a field; empty text where nothing is. */
    public String error(String name) {
        return errors.getOrDefault(name, "");
    }

    /** Whether a box is ticked. */
    public boolean isTicked(String name) {
        return !value(name).isEmpty();
    }

    /** Whether nothing is wrong so far. */
    public boolean isSound() {
        return errors.isEmpty();
    }

    /** Notes what is wrong with a field and how to mend it; the first word stands. */
    public Form wrong(String name, String fix) {
        errors.putIfAbsent(name, fix);
        return this;
    }

    /** The text of a field that may not be empty. */
    String required(String name, String fix) {
        if (value(name).isEmpty()) {
            wrong(name, fix);
        }
        return value(name);
    }

    /** A day, or nothing where none was typed; what is no day is noted as wrong. */
    Optional<LocalDate> day(String name) {
        if (value(name).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value(name)));
        } catch (DateTimeException notADay) {
            wrong(name, "Choose a day, such as 2026-01-31.");
            return Optional.empty();
        }
    }

    /** A day that the form needs. */
    Optional<LocalDate> requiredDay(String name) {
        required(name, "Choose a day.");
        return day(name);
    }

    /** One of a list of choices; anything else is noted as wrong. */
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type, String fix) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value(name))) {
                return Optional.of(constant);
            }
        }
        wrong(name, fix);
        return Optional.empty();
    }

    /** An opaque id from a list of choices; nothing where none was chosen. */
    Optional<UUID> id(String name) {
        try {
            return value(name).isEmpty()
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(value(name)));
        } catch (IllegalArgumentException notAnId) {
            wrong(name, "Choose one of the list.");
            return Optional.empty();
        }
    }
}
