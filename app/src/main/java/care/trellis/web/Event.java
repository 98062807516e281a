package care.trellis.web;

/**
 * One thing that happened, for a history.
 *
 * @param when such as {@code 9:02} or {@code Nov 16, 9:02}
 * @param title what happened
 * @param detail who, how and why; may be empty
 */
public record Event(String when, String title, String detail, Tone tone) {}
