package care.trellis.demo.story;

import java.time.LocalDate;

/**
 * What a payer grants somebody.
 *
 * @param days how many days of treatment
 * @param requestedOn when it was asked; the answer comes a day later, or the same day at admission
 */
public record Grant(String number, int days, LocalDate from, LocalDate to, LocalDate requestedOn) {}
