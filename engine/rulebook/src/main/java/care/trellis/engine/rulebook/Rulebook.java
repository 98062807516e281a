package care.trellis.engine.rulebook;

import care.trellis.engine.content.Node;
import care.trellis.engine.content.RefusedFile;
import care.trellis.engine.content.Section;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One dated version of one payer's or licensor's rules, read from its file, checked and compiled.
 * It never changes, and any number of threads may decide by it.
 */
public final class Rulebook {

    private final String id;
    private final String version;
    private final String title;
    private final RulebookKind kind;
    private final String file;
    private final Period period;
    private final List<String> open;
    final Effect outside;
    final String citation;
    final String confidence;
    final Map<String, String> programs;
    final String ownProgram;
    final List<Rule> rules;
    final List<BillBlock> bill;
    final List<BillBlock> claim;
    final Map<String, String> frequency;

    /** The file as it was read, to compare and to override. */
    final Node source;

    /** Findings by stage, then as the rules stand in the file. */
    final Comparator<Finding> order;

    Rulebook(
            String id,
            String version,
            String title,
            RulebookKind kind,
            String file,
            Period period,
            List<String> open,
            Effect outside,
            String citation,
            String confidence,
            Map<String, String> programs,
            String ownProgram,
            List<Rule> rules,
            List<BillBlock> bill,
            List<BillBlock> claim,
            Map<String, String> frequency,
            Node source) {
        this.id = id;
        this.version = version;
        this.title = title;
        this.kind = kind;
        this.file = file;
        this.period = period;
        this.open = open;
        this.outside = outside;
        this.citation = citation;
        this.confidence = confidence;
        this.programs = programs;
        this.ownProgram = ownProgram;
        this.rules = rules;
        this.bill = bill;
        this.claim = claim;
        this.frequency = frequency;
        this.order = Findings.order(rules);
        this.source = source;
    }

    /**
     * Reads a rulebook.
     *
     * @param file the name to use in a refusal
     * @throws RefusedFile when the text is not a rulebook; it names the line and the reason
     */
    public static Rulebook read(String file, Reader text) {
        return new RulebookFile(Section.of(file, Node.read(file, text))).compile();
    }

    /**
     * Reads a rulebook from disk.
     *
     * @throws RefusedFile when the file is not a rulebook
     * @throws UncheckedIOException when it cannot be read at all
     */
    public static Rulebook read(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            return read(file.toString(), text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rule set, {@code MEDICARE_HOPD_IOP} for instance. */
    public String id() {
        return id;
    }

    /** The version, unique within the rule set. */
    public String version() {
        return version;
    }

    /** The name people read. */
    public String title() {
        return title;
    }

    /** Whether a payer or a licensor wrote the rules. */
    public RulebookKind kind() {
        return kind;
    }

    /** The file it was read from. */
    public String file() {
        return file;
    }

    /** First day it is in force; null: always was. */
    public @Nullable LocalDate from() {
        return period.from();
    }

    /** Last day it is in force; null: still is. */
    public @Nullable LocalDate to() {
        return period.to();
    }

    /** Whether it is in force on the day. */
    public boolean inForceOn(LocalDate day) {
        return period.covers(day);
    }

    /** What the sources leave open, in plain words. */
    public List<String> open() {
        return open;
    }

    Period period() {
        return period;
    }

    /** The largest therapy group that the rules allow, in clients; empty where none says. */
    public OptionalInt mostInGroup() {
        return rules.stream()
                .filter(rule -> rule.test().fact().name().equals("session.group_size"))
                .filter(rule -> rule.test().relation() == Relation.AT_MOST)
                .filter(Rulebook::ofTherapyGroups)
                .mapToInt(rule -> (int) rule.test().number())
                .min();
    }

    /** The credentials of which a leader of a therapy group must hold one; none: any will do. */
    public Set<String> groupLeaders() {
        return rules.stream()
                .filter(rule -> rule.test().fact().name().equals("session.leader"))
                .filter(rule -> rule.test().relation() == Relation.ONE_OF)
                .filter(Rulebook::ofTherapyGroups)
                .map(rule -> Set.copyOf(rule.test().words()))
                .findFirst()
                .orElse(Set.of());
    }

    private static boolean ofTherapyGroups(Rule rule) {
        return rule.when().stream()
                .filter(test -> test.fact().name().equals("session.service_type"))
                .allMatch(test -> test.words().contains("GROUP_THERAPY"));
    }

    @Override
    public String toString() {
        return id + " " + version;
    }
}
