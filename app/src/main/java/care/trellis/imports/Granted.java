package care.trellis.imports;

import java.time.LocalDate;

/**
 * A granted authorization as a spreadsheet tells of it.
 *
 * @param contract name of the contract that granted it
 * @param unit DAY, UNIT, HOUR or VISIT
 */
record Granted(
        String contract, String number, String unit, int units, LocalDate from, LocalDate to) {}
