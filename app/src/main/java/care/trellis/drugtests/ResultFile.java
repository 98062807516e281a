package care.trellis.drugtests;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of results, CSV ({@link CsvResults}) or HL7 ({@link Hl7Results}), in UTF-8. What is wrong
 * is named by its place; results stand or fall together with the whole file.
 */
final class ResultFile {

    /** With what UTF-8 begins in files of spreadsheet programs. */
    private static final String MARK = "\uFEFF";

    /**
     * Something that cannot be taken.
     *
     * @param line where it stands, to sort by
     * @param place the same for people
     */
    record Wrong(long line, String place, String why) {}

    /** What makes findings one result. */
    record Key(String specimen, String accession, Result.Kind kind) {}

    /**
     * What all findings of one result share.
     *
     * @param corrects whether the laboratory says that it replaces what it said before
     */
    record Head(Key key, LocalDate reportedOn, Result.State state, boolean corrects) {}

    /** One result as the file says it. */
    static final class Group {

        final long line;
        final String place;
        final Head head;
        final Map<String, Results.Read> findings = new LinkedHashMap<>();

        Group(long line, String place, Head head) {
            this.line = line;
            this.place = place;
            this.head = head;
        }

        Results.Reading reading() {
            return new Results.Reading(
                    head.key().kind(),
                    head.key().accession(),
                    head.state(),
                    head.reportedOn(),
                    findings);
        }
    }

    private final Panels panels;
    private final List<Wrong> wrong = new ArrayList<>();
    private final Map<Key, Group> groups = new LinkedHashMap<>();

    private ResultFile(Panels panels) {
        this.panels = panels;
    }

    /**
     * Reads a file of any shape.
     *
     * @param zone whose days are meant where a moment says its offset
     */
    static ResultFile read(byte[] content, Panels panels, ZoneId zone) {
        var file = new ResultFile(panels);
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            var words = text.startsWith(MARK) ? text.substring(1) : text;
            if (Hl7Results.speaks(words)) {
                new Hl7Results(file, panels, zone).read(words);
            } else {
                new CsvResults(file).read(words);
            }
        } catch (CharacterCodingException noText) {
            file.wrong(1, "Line 1", "This is no text in UTF-8.");
        }
        return file;
    }

    /** What is wrong, in the order of the file. */
    List<Wrong> wrong() {
        return wrong.stream().sorted(Comparator.comparingLong(Wrong::line)).toList();
    }

    List<Group> groups() {
        return new ArrayList<>(groups.values());
    }

    void wrong(long line, String place, String why) {
        wrong.add(new Wrong(line, place, why));
    }

    void wrong(Group group, String why) {
        wrong(group.line, group.place, why);
    }

    /** Whether the analyte is one that is looked for; wrong where it is not. */
    boolean known(long line, String place, String analyte) {
        if (panels.analyte(analyte).isPresent()) {
            return true;
        }
        wrong(line, place, "The analyte is none of those that are looked for.");
        return false;
    }

    /** One finding of a result. */
    void add(long line, String place, Head head, String analyte, Results.Read read) {
        var group = groups.computeIfAbsent(head.key(), any -> new Group(line, place, head));
        if (!group.head.reportedOn().equals(head.reportedOn())
                || group.head.state() != head.state()) {
            wrong(
                    line,
                    place,
                    "Its reported_on or state differs from that of " + group.place + ".");
        } else if (group.findings.put(analyte, read) != null) {
            wrong(line, place, "The analyte stands twice in one result.");
        }
    }
}
