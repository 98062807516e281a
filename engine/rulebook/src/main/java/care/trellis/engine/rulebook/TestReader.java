package care.trellis.engine.rulebook;

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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compiles the comparisons of a rulebook file against the vocabulary. */
final class TestReader {

    private static final Set<String> CONDITION =
            Set.of("check", "of", "at_least", "at_most", "is", "one_of", "none_of");

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
        return new Test(
                fact,
                relation,
                number ? section.number(relation.word()).doubleValue() : 0,
                fact.kind() == Kind.FLAG && section.flag(relation.word()),
                fact.kind() == Kind.TEXT ? words(section, fact, relation) : Set.of(),
                of(section, fact),
                fact.name().equals(Vocabulary.OVERLAPPING_CLAIMS)
                        ? new Overlap(
                                section.text("with_condition_code"), section.whole("days_before"))
                        : null);
    }

    private Relation relation(Section section, Fact fact) {
        var given =
                Arrays.stream(Relation.values())
                        .filter(relation -> section.has(relation.word()))
                        .toList();
        if (given.size() != 1) {
            throw section.refusal(
                    "check", "give exactly one of at_least, at_most, is, one_of, none_of");
        }
        var relation = given.getFirst();
        boolean fits =
                switch (fact.kind()) {
                    case NUMBER -> relation == Relation.AT_LEAST || relation == Relation.AT_MOST;
                    case TEXT -> relation != Relation.AT_LEAST && relation != Relation.AT_MOST;
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
                    fact.name().equals("session.leader")
                            ? credentials.getOrDefault(word, List.of(word))
                            : List.of(word));
        }
        return words;
    }

    private List<Test> of(Section section, Fact fact) {
        if (!section.has("of")) {
            return List.of();
        }
        if (!fact.name().equals(Vocabulary.WEEK_SESSIONS)
                && !fact.name().equals(Vocabulary.DAY_SESSIONS)) {
            throw section.refusal("of", "only week.sessions and day.sessions take \"of\"");
        }
        var tests = new ArrayList<Test>();
        for (var test : list(section, "of")) {
            if (test.fact().scope() != Scope.SESSION) {
                throw section.refusal(
                        "of", "\"" + test.fact().name() + "\" is not about a session");
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
