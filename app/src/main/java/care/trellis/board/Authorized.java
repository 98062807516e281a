package care.trellis.board;

import care.trellis.web.Tone;

/**
 * What is left of a client's authorization.
 *
 * @param words such as {@code 10 of 12 days used}
 * @param used units drawn, never below 0
 * @param granted units granted; 0 where the payer asks for none, and then no bar is drawn
 * @param next the next review, such as {@code UR Thu}; empty for none
 */
public record Authorized(String words, int used, int granted, String next, Tone tone) {}
