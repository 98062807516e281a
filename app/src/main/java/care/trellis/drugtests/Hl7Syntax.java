package care.trellis.drugtests;

import java.util.List;
import java.util.regex.Pattern;

/** How a message is cut into fields and components: by the five separators that its MSH names. */
record Hl7Syntax(char field, char component, char repetition, char escape, char subcomponent) {

    /** What nearly everybody uses. */
    static final Hl7Syntax USUAL = new Hl7Syntax('|', '^', '~', '\\', '&');

    /**
     * As a message says it.
     *
     * @param header its MSH, at least eight characters
     */
    static Hl7Syntax of(String header) {
        return new Hl7Syntax(
                header.charAt(3),
                header.charAt(4),
                header.charAt(5),
                header.charAt(6),
                header.charAt(7));
    }

    /** The fields of a segment; the first is its name. */
    List<String> fields(String line) {
        return List.of(line.split(Pattern.quote(String.valueOf(field)), -1));
    }

    /** A field by its number; empty where it is not there. */
    static String at(List<String> fields, int number) {
        return number < fields.size() ? fields.get(number).strip() : "";
    }

    /** The first repetition of a field. */
    String first(String repeated) {
        int end = repeated.indexOf(repetition);
        return end < 0 ? repeated : repeated.substring(0, end);
    }

    /** A component of a field's first repetition, its escapes undone. */
    String part(String value, int number) {
        var parts = first(value).split(Pattern.quote(String.valueOf(component)), -1);
        return number > parts.length ? "" : plain(parts[number - 1]).strip();
    }

    private String plain(String text) {
        if (text.indexOf(escape) < 0) {
            return text;
        }
        var e = String.valueOf(escape);
        return text.replace(e + "F" + e, String.valueOf(field))
                .replace(e + "S" + e, String.valueOf(component))
                .replace(e + "R" + e, String.valueOf(repetition))
                .replace(e + "T" + e, String.valueOf(subcomponent))
                .replace(e + "E" + e, e);
    }
}
