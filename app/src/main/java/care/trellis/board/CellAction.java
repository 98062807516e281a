package care.trellis.board;

/**
 * One thing that can be done about a client at a session, such as marking absent.
 *
 * @param icon id of a symbol in the icon sprite
 * @param path is sent a {@code PUT}; the answer is the client's row
 */
public record CellAction(String label, String icon, String path) {}
