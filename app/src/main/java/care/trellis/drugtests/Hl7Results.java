package care.trellis.drugtests;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Results as HL7 version 2: messages ORU^R01, one after the other, in a batch or not. The specimen
 * is our label in OBR-2, the accession the laboratory's number in OBR-3, the day OBR-22; each OBX
 * is a substance. Patients are never matched by name: what PID says is not read. Only what is final
 * is taken.
 */
final class Hl7Results {

    private static final Map<String, Result.Outcome> OUTCOMES =
            Map.ofEntries(
                    Map.entry("NEGATIVE", Result.Outcome.NEGATIVE),
                    Map.entry("NEG", Result.Outcome.NEGATIVE),
                    Map.entry("NOT DETECTED", Result.Outcome.NEGATIVE),
                    Map.entry("NONE DETECTED", Result.Outcome.NEGATIVE),
                    Map.entry("260385009", Result.Outcome.NEGATIVE),
                    Map.entry("260415000", Result.Outcome.NEGATIVE),
                    Map.entry("POSITIVE", Result.Outcome.POSITIVE),
                    Map.entry("POS", Result.Outcome.POSITIVE),
                    Map.entry("PRESUMPTIVE POSITIVE", Result.Outcome.POSITIVE),
                    Map.entry("DETECTED", Result.Outcome.POSITIVE),
                    Map.entry("10828004", Result.Outcome.POSITIVE),
                    Map.entry("260373001", Result.Outcome.POSITIVE),
                    Map.entry("NOT TESTED", Result.Outcome.NOT_TESTED),
                    Map.entry("TEST NOT PERFORMED", Result.Outcome.NOT_TESTED));

    /** OBX-8: table 0078. */
    private static final Map<String, Result.Outcome> FLAGS =
            Map.of(
                    "N", Result.Outcome.NEGATIVE,
                    "NEG", Result.Outcome.NEGATIVE,
                    "A", Result.Outcome.POSITIVE,
                    "AA", Result.Outcome.POSITIVE,
                    "H", Result.Outcome.POSITIVE,
                    "HH", Result.Outcome.POSITIVE,
                    "POS", Result.Outcome.POSITIVE);

    /** Creatinine, pH and specific gravity of urine: they are about the specimen. */
    private static final Set<String> MEASURES = Set.of("2161-8", "2756-5", "2965-2", "5811-5");

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
    private record Order(long segment, ResultFile.Key key, LocalDate reportedOn, boolean[] found) {}

    private final ResultFile file;
    private final Panels panels;
    private char field = '|';
    private char component = '^';
    private char repetition = '~';
    private char escape = '\\';
    private char subcomponent = '&';
    private @Nullable Order order;
    private boolean message;
    private boolean skipped;
    private boolean ordered;
    private long segment;
    private int found;

    Hl7Results(ResultFile file, Panels panels) {
        this.file = file;
        this.panels = panels;
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
                order(fields(line));
            } else if (name.equals("OBX")) {
                finding(fields(line));
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
        field = line.charAt(3);
        component = line.charAt(4);
        repetition = line.charAt(5);
        escape = line.charAt(6);
        subcomponent = line.charAt(7);
        // MSH-1 is the separator itself: a field of MSH stands one place before its number.
        var fields = fields(line);
        var type = at(fields, 8);
        var version = part(at(fields, 11), 1);
        if (!part(type, 1).equals("ORU") || !part(type, 2).equals("R01")) {
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
        var label = part(at(fields, 2), 1).toUpperCase(Locale.ROOT);
        var accession = part(at(fields, 3), 1);
        var status = at(fields, 25).toUpperCase(Locale.ROOT);
        var reported = day(at(fields, 22));
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
                        .map(number -> part(at(fields, 4), number).toUpperCase(Locale.ROOT))
                        .anyMatch(CONFIRMATIONS::contains);
        order =
                new Order(
                        segment,
                        new ResultFile.Key(
                                label,
                                accession,
                                confirms ? Result.Kind.CONFIRMATION : Result.Kind.LABORATORY),
                        reported,
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
        if (MEASURES.contains(part(identifier, 1)) || MEASURES.contains(part(identifier, 4))) {
            if (!Set.of("", "N").contains(first(at(fields, 8)).toUpperCase(Locale.ROOT))) {
                wrong("OBX-8", "The specimen itself is out of range: enter this result by hand.");
            }
            return;
        }
        var analyte = analyte(identifier);
        var outcome = outcome(fields);
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
                    of.key(),
                    of.reportedOn(),
                    Result.State.VALID,
                    analyte,
                    new Results.Read(outcome, value(fields)));
        }
    }

    private @Nullable String analyte(String identifier) {
        for (int first : new int[] {1, 4}) {
            var code = part(identifier, first);
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

    private Result.@Nullable Outcome outcome(List<String> fields) {
        if (at(fields, 11).equals("X")) {
            return Result.Outcome.NOT_TESTED;
        }
        var value = at(fields, 5);
        for (var words : List.of(part(value, 1), part(value, 2))) {
            var said = OUTCOMES.get(words.toUpperCase(Locale.ROOT));
            if (said != null) {
                return said;
            }
        }
        return FLAGS.get(first(at(fields, 8)).toUpperCase(Locale.ROOT));
    }

    /** The figure with its unit; nothing where the value is a word. */
    private String value(List<String> fields) {
        var type = at(fields, 2);
        if (!type.equals("NM") && !type.equals("SN")) {
            return "";
        }
        var figure = at(fields, 5).replace(String.valueOf(component), "");
        return (figure + " " + part(at(fields, 6), 1)).strip();
    }

    private static @Nullable LocalDate day(String moment) {
        try {
            return moment.length() < 8
                    ? null
                    : LocalDate.parse(moment.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private List<String> fields(String line) {
        return List.of(line.split(java.util.regex.Pattern.quote(String.valueOf(field)), -1));
    }

    /** A field by its number; empty where it is not there. */
    private static String at(List<String> fields, int number) {
        return number < fields.size() ? fields.get(number).strip() : "";
    }

    private String first(String repeated) {
        int end = repeated.indexOf(repetition);
        return end < 0 ? repeated : repeated.substring(0, end);
    }

    /** A component of a field's first repetition, its escapes undone. */
    private String part(String value, int number) {
        var parts =
                first(value).split(java.util.regex.Pattern.quote(String.valueOf(component)), -1);
        return number > parts.length ? "" : plain(parts[number - 1]).strip();
    }

    private String plain(String text) {
        if (text.indexOf(escape) < 0) {
            return text;
        }
        var e = String.valueOf(escape);
        return text.replace(e + "F" + e, String.valueOf(field))
                .replace(e + "S" + e, String.valueOf(component))
                .replace(e + "R" + e, String.valueOf(repetition))
                .replace(e + "T" + e, String.valueOf(subcomponent))
                .replace(e + "E" + e, e);
    }

    private void wrong(String where, String why) {
        found++;
        file.wrong(segment, place(segment, where), why);
    }

    private static String place(long segment, String where) {
        return "Segment %d, %s".formatted(segment, where);
    }
}
