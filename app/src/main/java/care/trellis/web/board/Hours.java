package care.trellis.web.board;

import care.trellis.web.Tone;

/**
 * The hours of a client's week against what this client's payer counts.
 *
 * @param words such as {@code 5.7 of 9.0 h}
 * @param done hours counted so far
 * @param required hours the payer's rule asks for; a bar needs more than 0
 * @param forecast where Friday will end, such as {@code Reaches 7.7; two make-ups fit}; empty while
 *     there is nothing to say
 */
public record Hours(String words, double done, double required, String forecast, Tone tone) {}
