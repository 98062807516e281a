package care.trellis.drugtests;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Results as CSV: one row per substance, under the heading {@link #HEADING}. */
final class CsvResults {

    /** The columns in any order; {@code state} and {@code value} may be empty. */
    private static final List<String> HEADING =
            List.of(
                    "specimen",
                    "accession",
                    "kind",
                    "reported_on",
                    "state",
                    "analyte",
                    "result",
                    "value");

    private final ResultFile file;
    private int found;

    CsvResults(ResultFile file) {
        this.file = file;
    }

    void read(String text) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            boolean first = true;
            for (var row : rows) {
                if (first && !row.getHeader().containsAll(HEADING)) {
                    var missing =
                            HEADING.stream()
                                    .filter(name -> !row.getHeader().contains(name))
                                    .toList();
                    wrong(1, "The heading lacks " + String.join(", ", missing) + ".");
                    return;
                }
                first = false;
                take(row);
            }
            if (first) {
                wrong(1, "There is no row below a heading.");
            }
        } catch (CsvParseException | UncheckedIOException | IOException unreadable) {
            wrong(1, "This is no CSV in UTF-8 with as many fields in every row.");
        } catch (IllegalStateException twice) {
            wrong(1, "Two columns have the same heading.");
        }
    }

    private void take(NamedCsvRecord row) {
        long line = row.getStartingLineNumber();
        int before = found;
        var kind = one(row, "kind", Result.Kind.class, null);
        var state = one(row, "state", Result.State.class, Result.State.VALID);
        var outcome = one(row, "result", Result.Outcome.class, null);
        var specimen = text(row, "specimen").toUpperCase(Locale.ROOT);
        var accession = text(row, "accession");
        var analyte = text(row, "analyte").toUpperCase(Locale.ROOT);
        var reported = date(row);
        if (accession.isEmpty()) {
            wrong(line, "The accession is empty.");
        }
        if (!file.known(line, place(line), analyte)
                || found > before
                || kind == null
                || state == null
                || outcome == null
                || reported == null) {
            return;
        }
        file.add(
                line,
                place(line),
                new ResultFile.Head(
                        new ResultFile.Key(specimen, accession, kind), reported, state, false),
                analyte,
                new Results.Read(outcome, text(row, "value")));
    }

    private <E extends Enum<E>> @Nullable E one(
            NamedCsvRecord row, String column, Class<E> type, @Nullable E otherwise) {
        var text = text(row, column).toUpperCase(Locale.ROOT);
        if (text.isEmpty() && otherwise != null) {
            return otherwise;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        wrong(
                row.getStartingLineNumber(),
                "The %s must be one of %s."
                        .formatted(
                                column,
                                String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(Enum::name)
                                                .toList())));
        return null;
    }

    private @Nullable LocalDate date(NamedCsvRecord row) {
        try {
            return LocalDate.parse(text(row, "reported_on"));
        } catch (DateTimeParseException noDate) {
            wrong(row.getStartingLineNumber(), "The reported_on must be a day such as 2026-03-02.");
            return null;
        }
    }

    private static String text(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private void wrong(long line, String why) {
        found++;
        file.wrong(line, place(line), why);
    }

    private static String place(long line) {
        return "Line " + line;
    }
}
