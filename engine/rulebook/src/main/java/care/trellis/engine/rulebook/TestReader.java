package care.trellis.engine.rulebook;

import care.trellis.engine.content.Section;
import care.trellis.engine.rulebook.Fact.Kind;
import care.trellis.engine.rulebook.facts.Authorization;
import care.trellis.engine.rulebook.facts.DeliverySystem;
import care.trellis.engine.rulebook.facts.DiagnosisClass;
import care.trellis.engine.rulebook.facts.Modality;
import care.trellis.engine.rulebook.facts.ProgramType;
import care.trellis.engine.rulebook.facts.ServiceType;
import care.trellis.engine.rulebook.facts.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compiles the comparisons of a rulebook file against the vocabulary. */
final class TestReader {

    private static final Set<String> CONDITION =
            Set.of(
                    "check",
                    "of",
                    "codes",
                    "within_months",
                    "at_least",
                    "at_most",
                    "more_than",
                    "less_than",
                    "is",
                    "one_of",
                    "none_of");

    /** The words a closed fact can have. */
    private static final Map<String, Set<String>> CLOSED =
            Map.of(
                    "client.diagnosis_class", names(DiagnosisClass.values()),
                    "program.setting", names(Setting.values()),
                    "program.type",
                            Arrays.stream(ProgramType.values())
                                    .map(ProgramType::word)
                                    .collect(Collectors.toSet()),
                    "program.delivery_system", names(DeliverySystem.values()),
                    "session.service_type", names(ServiceType.values()),
                    "session.modality", names(Modality.values()),
                    "authorization.state", names(Authorization.State.values()));

    /** Facts that name credentials, so that a group of them can stand for its members. */
    private static final Set<String> STAFF = Set.of("session.leader", "session.staff");

    /** What the counting facts count. */
    private static final Map<String, Scope> COUNTED =
            Map.of(
                    Vocabulary.WEEK_SESSIONS, Scope.SESSION,
                    Vocabulary.DAY_SESSIONS, Scope.SESSION,
                    Vocabulary.DAY_LINES, Scope.LINE);

    private final Map<String, List<String>> credentials = new HashMap<>();

    TestReader(Section top) {
        if (top.has("credentials")) {
            var groups = top.section("credentials");
            groups.entries()
                    .forEach(
                            group -> credentials.put(group.getKey(), groups.texts(group.getKey())));
        }
    }

    List<Test> list(Section section, String key) {
        return section.sections(key).stream().map(item -> test(item.only(CONDITION))).toList();
    }

    Test test(Section section) {
        var name = section.text("check");
        var fact = Vocabulary.find(name);
        if (fact == null) {
            throw section.refusal(
                    "check",
                    "unknown fact \""
                            + name
                            + "\"; known: "
                            + String.join(", ", Vocabulary.names()));
        }
        var relation = relation(section, fact);
        boolean number = fact.kind() == Kind.NUMBER;
        var of = of(section, fact);
        return new Test(
                fact,
                relation,
                number ? section.number(relation.word()).doubleValue() : 0,
                fact.kind() == Kind.FLAG && section.flag(relation.word()),
                fact.kind() == Kind.TEXT ? words(section, fact, relation) : Set.of(),
                of,
                reader(section, fact, of));
    }

    /** The fact's own reader, or one that takes the parameters that stand beside it. */
    private static Fact.Reader reader(Section section, Fact fact, List<Test> of) {
        return switch (fact.name()) {
            case Vocabulary.OVERLAPPING_CLAIMS ->
                    new Overlap(section.text("with_condition_code"), section.whole("days_before"));
            case Vocabulary.EARLIER_SERVICES ->
                    Readers.earlierServices(
                            Set.copyOf(section.texts("codes")), section.whole("within_months"));
            case Vocabulary.DAY_SESSIONS, Vocabulary.WEEK_SESSIONS ->
                    of.isEmpty() ? fact.reader() : Readers.sessions(of, fact.scope() == Scope.DAY);
            case Vocabulary.DAY_LINES -> of.isEmpty() ? fact.reader() : Readers.lines(of);
            default -> fact.reader();
        };
    }

    private Relation relation(Section section, Fact fact) {
        var given =
                Arrays.stream(Relation.values())
                        .filter(relation -> section.has(relation.word()))
                        .toList();
        if (given.size() != 1) {
            throw section.refusal(
                    "check",
                    "give exactly one of "
                            + Arrays.stream(Relation.values())
                                    .map(Relation::word)
                                    .collect(Collectors.joining(", ")));
        }
        var relation = given.getFirst();
        boolean fits =
                switch (fact.kind()) {
                    case NUMBER -> relation.numeric();
                    case TEXT -> !relation.numeric();
                    case FLAG -> relation == Relation.IS;
                };
        if (!fits) {
            throw section.refusal(
                    relation.word(),
                    "\"" + fact.name() + "\" cannot be compared with " + relation.word());
        }
        return relation;
    }

    private Set<String> words(Section section, Fact fact, Relation relation) {
        var words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (var word : section.texts(relation.word())) {
            var closed = CLOSED.get(fact.name());
            if (closed != null && !closed.contains(word)) {
                throw section.refusal(
                        relation.word(), "\"" + fact.name() + "\" is never \"" + word + "\"");
            }
            words.addAll(
                    STAFF.contains(fact.name())
                            ? credentials.getOrDefault(word, List.of(word))
                            : List.of(word));
        }
        return words;
    }

    private List<Test> of(Section section, Fact fact) {
        if (!section.has("of")) {
            return List.of();
        }
        var counted = COUNTED.get(fact.name());
        if (counted == null) {
            throw section.refusal(
                    "of", "only week.sessions, day.sessions and day.lines take \"of\"");
        }
        var tests = new ArrayList<Test>();
        for (var test : list(section, "of")) {
            if (test.fact().scope() != counted) {
                throw section.refusal(
                        "of",
                        "\""
                                + test.fact().name()
                                + "\" is not about a "
                                + counted.name().toLowerCase(Locale.ROOT));
            }
            tests.add(test);
        }
        return List.copyOf(tests);
    }

    void requireServices(Section section) {
        section.only(new TreeSet<>(CLOSED.get("session.service_type")));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }
}
