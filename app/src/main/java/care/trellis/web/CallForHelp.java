package care.trellis.web;

/**
 * Somebody asks for help, and nobody goes yet.
 *
 * @param words where and since when, never who
 * @param path where a press on "I am going" is sent
 */
public record CallForHelp(String words, String path) {}
