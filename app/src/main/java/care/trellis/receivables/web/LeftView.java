package care.trellis.receivables.web;

/** A claim that could not be sent again, why, and where that is mended. */
public record LeftView(String name, String days, String why, String path) {}
