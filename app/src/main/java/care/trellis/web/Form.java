package care.trellis.web;

import care.trellis.base.Ids;
import care.trellis.base.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What stands in a form and what is wrong with it: first the values on record, after a refusal what
 * the person typed, so that nothing typed is lost.
 */
public final class Form {

    private final MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Form() {}

    /** A form with nothing in it. */
    public static Form empty() {
        return new Form();
    }

    /** A form that nobody has filled in yet, with what is known. */
    public static Form of(Map<String, String> known) {
        var form = new Form();
        form.values.setAll(known);
        return form;
    }

    /** A form as it was sent. */
    public static Form typed(MultiValueMap<String, String> sent) {
        var form = new Form();
        form.values.addAll(sent);
        return form;
    }

    /** Puts a value on record into the form; nothing leaves the field empty. */
    public Form with(String field, @Nullable Object value) {
        if (value != null) {
            values.add(field, value.toString());
        }
        return this;
    }

    /** Ticks the boxes of these values. */
    public Form withAll(String field, Collection<?> ticked) {
        ticked.forEach(value -> with(field, value));
        return this;
    }

    /**
     * Makes a second press of the button the same request: the key that the page came with, or a
     * new one where it is rendered for the first time.
     */
    public UUID key() {
        try {
            return UUID.fromString(value("key"));
        } catch (IllegalArgumentException none) {
            var fresh = Ids.next();
            values.set("key", fresh.toString());
            return fresh;
        }
    }

    /** A form with the same values, and nothing wrong yet. */
    public Form copy() {
        return typed(values);
    }

    /** Adds what is wrong. */
    public Form refused(List<Problem> found) {
        problems.addAll(found);
        return this;
    }

    /** Notes what is wrong with a field and how to mend it. */
    public Form refuse(String field, String fix) {
        problems.add(new Problem(field, "WRONG", fix));
        return this;
    }

    /** Whether something is wrong already, before any door was asked. */
    public boolean wrong() {
        return !problems.isEmpty();
    }

    /** What is wrong so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The text of a field; empty where there is none. */
    public String value(String field) {
        return Objects.requireNonNullElse(values.getFirst(field), "");
    }

    /** The text of a field without the space around it; empty where there is none. */
    public String text(String field) {
        return value(field).strip();
    }

    /** The same, and a problem where there is none. */
    public String required(String field, String message) {
        var text = text(field);
        if (text.isEmpty()) {
            unreadable(field, "MISSING", message);
        }
        return text;
    }

    /** Every value of a field with several. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Whether the box of this value is ticked. */
    public boolean ticked(String field, String value) {
        return all(field).contains(value);
    }

    /** Whether the box of a yes-or-no field is ticked. */
    public boolean ticked(String field) {
        return ticked(field, "true");
    }

    /** What is wrong with one field, in words; empty where nothing is. */
    public String error(String field) {
        return String.join(
                " ",
                problems.stream()
                        .filter(problem -> problem.field().equals(field))
                        .map(Problem::message)
                        .toList());
    }

    /** What is wrong with the whole, in words; empty where nothing is. */
    public String general() {
        return error("");
    }

    /** The lines of a select or of radio buttons, value to label, with the chosen one marked. */
    public List<Choice> choices(String field, Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(entry ->
                        new Choice(
                                entry.getKey(),
                                entry.getValue(),
                                entry.getKey().equals(value(field))))
                .toList();
    }

    /** The same, beginning with a line that chooses nothing. */
    public List<Choice> choices(String field, String nothing, Map<String, String> labels) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", nothing, value(field).isEmpty()));
        choices.addAll(choices(field, labels));
        return choices;
    }

    /** A date; nothing where the field is empty, and a problem where it is no date. */
    public @Nullable LocalDate date(String field) {
        var text = value(field).strip();
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            return unreadable(field, "DATE_FORM", "Enter a date such as 2026-03-02.");
        }
    }

    /** A date that must be there; the other one with a problem where it is not. */
    public LocalDate requiredDate(String field, LocalDate otherwise, String message) {
        var date = date(field);
        if (date == null && error(field).isEmpty()) {
            unreadable(field, "MISSING", message);
        }
        return date == null ? otherwise : date;
    }

    /** The chosen value of an enum; nothing where none of its names stands in the field. */
    public <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        for (var value : type.getEnumConstants()) {
            if (value.name().equals(value(field))) {
                return value;
            }
        }
        return null;
    }

    /** The chosen value of an enum, or the other one where none of its names stands there. */
    public <E extends Enum<E>> E choice(String field, E otherwise) {
        var chosen = choice(field, otherwise.getDeclaringClass());
        return chosen == null ? otherwise : chosen;
    }

    /** A choice that must be made; the other one with a problem where it is not. */
    public <E extends Enum<E>> E requiredChoice(String field, E otherwise, String message) {
        var chosen = choice(field, otherwise.getDeclaringClass());
        if (chosen == null) {
            unreadable(field, "MISSING", message);
        }
        return chosen == null ? otherwise : chosen;
    }

    /** The id of what was chosen from a list; nothing with a problem where nothing was. */
    public @Nullable UUID requiredId(String field, String message) {
        try {
            return UUID.fromString(value(field));
        } catch (IllegalArgumentException noId) {
            return unreadable(field, "MISSING", message);
        }
    }

    /** A whole number; nothing where the field is empty, and a problem where it is none. */
    public @Nullable Integer whole(String field) {
        var text = value(field).strip();
        try {
            return text.isEmpty() ? null : Integer.valueOf(text);
        } catch (NumberFormatException noNumber) {
            return unreadable(field, "NUMBER_FORM", "Enter a whole number.");
        }
    }

    /** A whole number that must be there; 0 with a problem where it is not. */
    public int requiredWhole(String field) {
        var number = whole(field);
        if (number == null && error(field).isEmpty()) {
            unreadable(field, "MISSING", "Enter a whole number.");
        }
        return number == null ? 0 : number;
    }

    /**
     * A number with a decimal point; nothing where the field is empty, a problem where it is none.
     */
    public @Nullable BigDecimal decimal(String field) {
        var text = value(field).strip().replace("$", "").replace(",", "");
        try {
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException noNumber) {
            return unreadable(field, "NUMBER_FORM", "Enter a number such as 3.5.");
        }
    }

    private <T> @Nullable T unreadable(String field, String code, String message) {
        problems.add(new Problem(field, code, message));
        return null;
    }
}
