package care.trellis.board;

/**
 * Who a row is about, as much of it as may hang on a wall.
 *
 * @param name first name and last initial
 * @param initials two letters
 * @param detail pronouns, or whatever the site shows under a name; may be empty
 * @param chartPath where the chart is; empty for a reader who may not open it
 */
public record Client(String name, String initials, String detail, String chartPath) {}
