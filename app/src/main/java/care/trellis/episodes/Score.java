package care.trellis.episodes;

import java.time.LocalDate;

/**
 * A questionnaire's total that another system computed.
 *
 * @param instrument such as {@code PHQ-9}
 */
public record Score(String instrument, LocalDate takenOn, int total) {}
