package care.trellis.web;

/** One step of the way to a page; the page itself is not a step. */
public record Crumb(String label, String path) {}
