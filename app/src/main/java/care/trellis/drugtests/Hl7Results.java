package care.trellis.drugtests;

import static care.trellis.drugtests.Hl7Syntax.at;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Results as HL7 version 2: messages ORU^R01, one after the other, in a batch or not. The specimen
 * is our label in OBR-2, the accession the laboratory's number in OBR-3, the day OBR-22; each OBX
 * is a substance. Patients are never matched by name: what PID says is not read. Only what is final
 * is taken; an order that calls itself corrected (OBR-25 C) replaces what was said before.
 */
final class Hl7Results {

    /**
     * OBR-4: codes of an order that confirms; its words prove nothing ("reflex to confirmation").
     */
    private static final Set<String> CONFIRMATIONS = Set.of("CONF", "CONFIRM", "CONFIRMATION");

    /**
     * OBX-11: final, corrected, final without a new message, not to be had; nothing said is final.
     */
    private static final Set<String> FINAL = Set.of("", "F", "C", "U", "X");

    /** Segments that stand around messages. */
    private static final Set<String> ENVELOPE = Set.of("FHS", "BHS", "BTS", "FTS");

    /** One order of a message: what the findings below it belong to. */
    private record Order(long segment, ResultFile.Head head, boolean[] found) {}

    private final ResultFile file;
    private final Panels panels;
    private final ZoneId zone;
    private Hl7Syntax syntax = Hl7Syntax.USUAL;
    private @Nullable ZoneOffset offset;
    private @Nullable Order order;
    private boolean message;
    private boolean skipped;
    private boolean ordered;
    private long segment;
    private int found;

    /**
     * Reads into a file.
     *
     * @param zone whose days are meant where a moment says its offset
     */
    Hl7Results(ResultFile file, Panels panels, ZoneId zone) {
        this.file = file;
        this.panels = panels;
        this.zone = zone;
    }

    /** Whether a text is HL7 and no CSV. */
    static boolean speaks(String text) {
        return Stream.of("MSH", "FHS", "BHS")
                .anyMatch(begin -> text.startsWith(begin) || text.startsWith("\u000B" + begin));
    }

    void read(String text) {
        for (var line : text.split("[\\r\\n\u000B\u001C]+")) {
            if (line.isBlank()) {
                continue;
            }
            segment++;
            var name = line.length() < 3 ? line : line.substring(0, 3);
            if (name.equals("MSH")) {
                begin(line);
            } else if (ENVELOPE.contains(name)) {
                end();
            } else if (!message) {
                if (!skipped) {
                    wrong(name, "A message begins with MSH.");
                    skipped = true;
                }
            } else if (name.equals("OBR")) {
                order(syntax.fields(line));
            } else if (name.equals("OBX")) {
                finding(syntax.fields(line));
            }
        }
        end();
    }

    private void begin(String line) {
        end();
        skipped = true;
        message = false;
        ordered = false;
        if (line.length() < 9) {
            wrong("MSH-2", "The five separators are missing.");
            return;
        }
        syntax = Hl7Syntax.of(line);
        // MSH-1 is the separator itself: a field of MSH stands one place before its number.
        var fields = syntax.fields(line);
        offset = Hl7Moments.offset(at(fields, 6));
        var type = at(fields, 8);
        var version = syntax.part(at(fields, 11), 1);
        if (!syntax.part(type, 1).equals("ORU") || !syntax.part(type, 2).equals("R01")) {
            wrong("MSH-9", "Only results are read: ORU^R01.");
        } else if (!version.startsWith("2.")) {
            wrong("MSH-12", "Only version 2 is read, such as 2.5.1.");
        } else {
            message = true;
        }
    }

    private void end() {
        var last = order;
        if (last != null && !last.found()[0]) {
            file.wrong(last.segment(), place(last.segment(), "OBR"), "No substance follows it.");
        }
        order = null;
    }

    private void order(List<String> fields) {
        end();
        ordered = true;
        int before = found;
        var label = syntax.part(at(fields, 2), 1).toUpperCase(Locale.ROOT);
        var accession = syntax.part(at(fields, 3), 1);
        var status = at(fields, 25).toUpperCase(Locale.ROOT);
        var reported = Hl7Moments.day(at(fields, 22), offset, zone);
        if (label.isEmpty()) {
            wrong("OBR-2", "The label of the specimen is missing.");
        }
        if (accession.isEmpty()) {
            wrong("OBR-3", "The laboratory's number is missing.");
        }
        if (reported == null) {
            wrong("OBR-22", "The day of the report must be such as 20260302.");
        }
        if (!Set.of("F", "C").contains(status)) {
            wrong("OBR-25", "Only final results are taken: F, or C for corrected.");
        }
        if (found > before || reported == null) {
            // What is below it is wrong for the same reason.
            order = null;
            return;
        }
        boolean confirms =
                Stream.of(1, 4)
                        .map(number -> syntax.part(at(fields, 4), number).toUpperCase(Locale.ROOT))
                        .anyMatch(CONFIRMATIONS::contains);
        order =
                new Order(
                        segment,
                        new ResultFile.Head(
                                new ResultFile.Key(
                                        label,
                                        accession,
                                        confirms
                                                ? Result.Kind.CONFIRMATION
                                                : Result.Kind.LABORATORY),
                                reported,
                                Result.State.VALID,
                                status.equals("C")),
                        new boolean[1]);
    }

    private void finding(List<String> fields) {
        var of = order;
        if (of == null) {
            if (!ordered) {
                wrong("OBX", "No order (OBR) stands before it.");
            }
            return;
        }
        of.found()[0] = true;
        if (!FINAL.contains(at(fields, 11).toUpperCase(Locale.ROOT))) {
            wrong("OBX-11", "Only final results are taken: F or C, or X for what was not tested.");
            return;
        }
        var identifier = at(fields, 3);
        if (Hl7Words.MEASURES.contains(syntax.part(identifier, 1))
                || Hl7Words.MEASURES.contains(syntax.part(identifier, 4))) {
            if (!Set.of("", "N").contains(syntax.first(at(fields, 8)).toUpperCase(Locale.ROOT))) {
                wrong("OBX-8", "The specimen itself is out of range: enter this result by hand.");
            }
            return;
        }
        var analyte = analyte(identifier);
        var outcome = Hl7Words.outcome(syntax, fields);
        if (analyte == null) {
            wrong(
                    "OBX-3",
                    "The code is none of those that are looked for: a LOINC or a name of ours.");
        }
        if (outcome == null) {
            wrong(
                    "OBX-5",
                    "It says neither NEGATIVE nor POSITIVE, and OBX-8 has no flag such as N or A.");
        }
        if (analyte != null && outcome != null) {
            file.add(
                    segment,
                    place(segment, "OBX"),
                    of.head(),
                    analyte,
                    new Results.Read(outcome, Hl7Words.value(syntax, fields)));
        }
    }

    private @Nullable String analyte(String identifier) {
        for (int first : new int[] {1, 4}) {
            var code = syntax.part(identifier, first);
            var ours = code.toUpperCase(Locale.ROOT);
            if (panels.analyte(ours).isPresent()) {
                return ours;
            }
            var known = panels.byLoinc(code);
            if (known.isPresent()) {
                return known.get().id();
            }
        }
        return null;
    }

    private void wrong(String where, String why) {
        found++;
        file.wrong(segment, place(segment, where), why);
    }

    private static String place(long segment, String where) {
        return "Segment %d, %s".formatted(segment, where);
    }
}
