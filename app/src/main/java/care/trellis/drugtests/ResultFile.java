package care.trellis.drugtests;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of results: CSV in UTF-8, one row per substance, under the heading {@link #HEADING}. What
 * is wrong is named by line; rows of one result stand or fall together with the whole file.
 */
final class ResultFile {

    /** The columns in any order; {@code state} and {@code value} may be empty. */
    static final List<String> HEADING =
            List.of(
                    "specimen",
                    "accession",
                    "kind",
                    "reported_on",
                    "state",
                    "analyte",
                    "result",
                    "value");

    /** One row that cannot be taken. */
    record Wrong(long line, String why) {}

    /** What makes rows one result. */
    record Key(String specimen, String accession, Result.Kind kind) {}

    /** One result as its rows say it. */
    static final class Group {

        final long line;
        final Key key;
        final LocalDate reportedOn;
        final Result.State state;
        final Map<String, Results.Read> findings = new LinkedHashMap<>();

        Group(long line, Key key, LocalDate reportedOn, Result.State state) {
            this.line = line;
            this.key = key;
            this.reportedOn = reportedOn;
            this.state = state;
        }

        Results.Reading reading() {
            return new Results.Reading(key.kind(), key.accession(), state, reportedOn, findings);
        }
    }

    private final Panels panels;
    private final List<Wrong> wrong = new ArrayList<>();
    private final Map<Key, Group> groups = new LinkedHashMap<>();

    private ResultFile(Panels panels) {
        this.panels = panels;
    }

    static ResultFile read(byte[] content, Panels panels) {
        var file = new ResultFile(panels);
        var strict =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        new ByteArrayInputStream(withoutMark(content)), strict))) {
            boolean first = true;
            for (var row : rows) {
                if (first && !row.getHeader().containsAll(HEADING)) {
                    var missing =
                            HEADING.stream()
                                    .filter(name -> !row.getHeader().contains(name))
                                    .toList();
                    file.wrong(1, "The heading lacks " + String.join(", ", missing) + ".");
                    break;
                }
                first = false;
                file.take(row);
            }
            if (first) {
                file.wrong(1, "There is no row below a heading.");
            }
        } catch (CsvParseException | UncheckedIOException | IOException unreadable) {
            file.wrong(1, "This is no CSV in UTF-8 with as many fields in every row.");
        } catch (IllegalStateException twice) {
            file.wrong(1, "Two columns have the same heading.");
        }
        return file;
    }

    List<Wrong> wrong() {
        return wrong;
    }

    List<Group> groups() {
        return new ArrayList<>(groups.values());
    }

    private void take(NamedCsvRecord row) {
        long line = row.getStartingLineNumber();
        int before = wrong.size();
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
        if (panels.analyte(analyte).isEmpty()) {
            wrong(line, "The analyte is none of those that are looked for.");
        }
        if (wrong.size() > before
                || kind == null
                || state == null
                || outcome == null
                || reported == null) {
            return;
        }
        var key = new Key(specimen, accession, kind);
        var group = groups.computeIfAbsent(key, any -> new Group(line, key, reported, state));
        if (!group.reportedOn.equals(reported) || group.state != state) {
            wrong(line, "Its reported_on or state differs from the row of line " + group.line);
        } else if (group.findings.put(analyte, new Results.Read(outcome, text(row, "value")))
                != null) {
            wrong(line, "The analyte stands twice in one result.");
        }
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

    void wrong(long line, String why) {
        wrong.add(new Wrong(line, why));
    }

    /** Spreadsheet programs begin UTF-8 with a mark. */
    private static byte[] withoutMark(byte[] content) {
        boolean mark =
                content.length >= 3
                        && content[0] == (byte) 0xEF
                        && content[1] == (byte) 0xBB
                        && content[2] == (byte) 0xBF;
        return mark ? Arrays.copyOfRange(content, 3, content.length) : content;
    }
}
