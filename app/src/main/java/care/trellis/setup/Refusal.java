package care.trellis.setup;

/**
 * Why a file is not taken.
 *
 * @param line of the file; 0 where it is about the whole
 * @param fix what to write or do
 */
public record Refusal(int line, String fix) {}
