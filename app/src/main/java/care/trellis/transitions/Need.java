package care.trellis.transitions;

import care.trellis.organizations.LevelOfCare;
import care.trellis.payers.ContractId;
import java.time.LocalDate;

/**
 * A payer that grants days is to be asked for a step.
 *
 * @param payer its name
 * @param from the first day that needs its word
 */
public record Need(
        ContractId contract, String payer, LevelOfCare level, int minutesPerWeek, LocalDate from) {}
