package care.trellis.imports;

import care.trellis.imports.FileReport.Left;
import care.trellis.imports.FileReport.WrongRow;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Reads the spreadsheet of clients, coverages and authorizations. Rows of one person stand or fall
 * together; what is wrong is named by line and column with the fix.
 */
final class CsvFile {

    private CsvFile() {}

    static FileContent read(InputStream input, CsvColumns.Contracts contracts)
            throws IOException, Unreadable {
        var rows = rows(input);
        var people = new LinkedHashMap<String, CsvPerson>();
        var wrong = new ArrayList<WrongRow>();
        for (NamedCsvRecord record : rows) {
            var row = new CsvRow(record, wrong);
            String id = row.text(CsvColumns.ID);
            if (id.isEmpty()) {
                row.wrong(CsvColumns.ID, "Write your own number for the person");
                continue;
            }
            people.computeIfAbsent(id, any -> new CsvPerson(id, row.line())).add(row, contracts);
        }
        var candidates = new ArrayList<Candidate>();
        int leftOut = 0;
        for (CsvPerson person : people.values()) {
            var candidate = person.candidate();
            candidate.ifPresent(candidates::add);
            leftOut += candidate.isPresent() ? 0 : 1;
        }
        return new FileContent(
                candidates,
                leftOut == 0
                        ? List.of()
                        : List.of(new Left("Person", "has a wrong row, named below", leftOut)),
                wrong);
    }

    private static List<NamedCsvRecord> rows(InputStream input) throws IOException, Unreadable {
        input = withoutMark(input);
        var strict =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(input, strict))) {
            var rows = reader.stream().toList();
            if (rows.isEmpty()) {
                throw new Unreadable("It has no rows below its heading; use the template");
            }
            requireColumns(rows.getFirst().getHeader());
            return rows;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new Unreadable(
                    "It is no CSV with the same number of fields in every row; save it as CSV again");
        } catch (IllegalStateException twice) {
            throw new Unreadable("Two columns have the same heading; use the template");
        }
    }

    private static void requireColumns(List<String> header) throws Unreadable {
        for (CsvColumns column : CsvColumns.values()) {
            if (column.required() && !header.contains(column.heading())) {
                throw new Unreadable(
                        "Its first row lacks the heading %s; use the template"
                                .formatted(column.heading()));
            }
        }
        var known = Arrays.stream(CsvColumns.values()).map(CsvColumns::heading).toList();
        for (int i = 0; i < header.size(); i++) {
            if (!known.contains(header.get(i))) {
                throw new Unreadable(
                        "The heading of its column %d is none of the template's; correct or delete it"
                                .formatted(i + 1));
            }
        }
    }

    /** Spreadsheet programs begin UTF-8 with a mark. */
    private static InputStream withoutMark(InputStream input) throws IOException {
        var push = new java.io.PushbackInputStream(input, 3);
        byte[] begin = push.readNBytes(3);
        boolean mark =
                begin.length == 3
                        && begin[0] == (byte) 0xEF
                        && begin[1] == (byte) 0xBB
                        && begin[2] == (byte) 0xBF;
        if (!mark) {
            push.unread(begin);
        }
        return push;
    }
}
