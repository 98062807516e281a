package care.trellis.imports;

import care.trellis.imports.FileReport.WrongRow;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One row of the spreadsheet, read field by field; what is wrong is noted with line and column. */
final class CsvRow {

    private final NamedCsvRecord record;
    private final List<WrongRow> problems;
    private boolean sound = true;

    CsvRow(NamedCsvRecord record, List<WrongRow> problems) {
        this.record = record;
        this.problems = problems;
    }

    long line() {
        return record.getStartingLineNumber();
    }

    boolean isSound() {
        return sound;
    }

    String text(CsvColumns column) {
        return record.findField(column.heading()).orElse("").strip();
    }

    /** The date, or nothing where the field is empty or wrong; wrong is noted. */
    Optional<LocalDate> date(CsvColumns column) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADate) {
            wrong(column, "Write the date as 2026-01-31");
            return Optional.empty();
        }
    }

    /** A date that the row needs. */
    Optional<LocalDate> requiredDate(CsvColumns column) {
        if (text(column).isEmpty()) {
            wrong(column, "Write the date as 2026-01-31");
            return Optional.empty();
        }
        return date(column);
    }

    /** A whole number in the range; nothing where it is wrong, which is noted. */
    Optional<Integer> number(CsvColumns column, int least, int most) {
        try {
            int number = Integer.parseInt(text(column));
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException notANumber) {
            // told below, in the same words as for a number out of range
        }
        wrong(column, "Write a whole number from %d to %d".formatted(least, most));
        return Optional.empty();
    }

    void wrong(CsvColumns column, String fix) {
        sound = false;
        problems.add(new WrongRow(line(), column.heading(), fix));
    }
}
