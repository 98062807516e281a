package care.trellis.measures.out;

import care.trellis.measures.Outcome;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Results as CSV, one row each with the raw answers. No cell can be taken for a formula by a
 * spreadsheet: what begins like one is quoted with an apostrophe (OWASP, CSV injection).
 */
public final class ScoresCsv {

    private static final List<String> HEADS =
            List.of(
                    "taken_on",
                    "instrument",
                    "version",
                    "total",
                    "severity",
                    "subscales",
                    "flags",
                    "prorated",
                    "missing",
                    "mode",
                    "language",
                    "answers",
                    "result_version");

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private ScoresCsv() {}

    /** The file. */
    public static String of(List<Outcome> outcomes) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADS);
            outcomes.forEach(outcome -> csv.writeRecord(cells(outcome)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing into memory", impossible);
        }
        return text.toString();
    }

    private static List<String> cells(Outcome outcome) {
        var result = outcome.result();
        var total = result.total();
        var severity = result.severity();
        return List.<String>of(
                        outcome.takenOn().toString(),
                        outcome.instrument(),
                        outcome.version(),
                        total == null ? "" : total.toPlainString(),
                        severity == null ? "" : severity,
                        result.subscales().entrySet().stream()
                                .map(part ->
                                        part.getKey()
                                                + "="
                                                + (part.getValue().score() == null
                                                        ? ""
                                                        : part.getValue().score()))
                                .collect(Collectors.joining("; ")),
                        String.join("; ", new TreeSet<>(result.flags())),
                        Boolean.toString(result.prorated()),
                        String.join("; ", result.missing()),
                        outcome.mode().name(),
                        outcome.language().code(),
                        outcome.answers().entrySet().stream()
                                .map(answer ->
                                        answer.getKey()
                                                + "="
                                                + (answer.getValue() == null
                                                        ? ""
                                                        : answer.getValue()))
                                .collect(Collectors.joining("; ")),
                        Integer.toString(outcome.number()))
                .stream()
                .map(ScoresCsv::safe)
                .toList();
    }

    /**
     * A number that is below zero stays a number; everything else that begins like a formula does
     * not.
     */
    static String safe(String cell) {
        boolean formula = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
        return formula && !cell.matches("-\\d+(\\.\\d+)?") ? "'" + cell : cell;
    }
}
