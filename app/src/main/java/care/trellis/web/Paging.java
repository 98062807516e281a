package care.trellis.web;

/**
 * Where a long list stands.
 *
 * @param words such as {@code 1–50 of 212}
 * @param previous path of the page before; empty on the first
 * @param next path of the page after; empty on the last
 */
public record Paging(String words, String previous, String next) {}
