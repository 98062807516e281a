package care.trellis.benefits;

import java.time.Instant;

/**
 * A file of questions that went out.
 *
 * @param number of its envelope
 * @param asked how many questions stand in it
 * @param answered how many of them were answered or refused
 */
public record QuestionFile(
        long number, String name, String payer, Instant at, int asked, int answered) {}
