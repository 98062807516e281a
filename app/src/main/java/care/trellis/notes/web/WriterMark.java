package care.trellis.notes.web;

/**
 * Somebody else in a part of a group's note, for the page.
 *
 * @param element of the part on the page
 */
public record WriterMark(String element, String name, String initials) {}
