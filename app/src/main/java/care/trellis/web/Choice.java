package care.trellis.web;

/** One line of a select or a radio group. */
public record Choice(String value, String label, boolean selected) {}
