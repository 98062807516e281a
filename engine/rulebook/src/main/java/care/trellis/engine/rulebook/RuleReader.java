package care.trellis.engine.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Compiles the section {@code rules}. */
final class RuleReader {

    private static final List<String> KEYS =
            List.of(
                    "id",
                    "says",
                    "when",
                    "unless",
                    "check",
                    "of",
                    "with_condition_code",
                    "days_before",
                    "at_least",
                    "at_most",
                    "is",
                    "one_of",
                    "none_of",
                    "stage",
                    "reason",
                    "if_broken",
                    "violation",
                    "fix",
                    "owner",
                    "source",
                    "confidence",
                    "unsure");
    private static final List<String> OWNERS =
            List.of(
                    "clinician",
                    "physician",
                    "utilization reviewer",
                    "biller",
                    "front desk",
                    "program director");
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    private final Section top;
    private final TestReader tests;
    private final Citations citations;

    RuleReader(Section top, TestReader tests, Citations citations) {
        this.top = top;
        this.tests = tests;
        this.citations = citations;
    }

    /** In the order of their stages. */
    List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        var ids = new HashSet<String>();
        for (var section : top.sections("rules")) {
            var rule = rule(section.only(KEYS));
            if (!ids.add(rule.id())) {
                throw section.refusal("id", "two rules are called \"" + rule.id() + "\"");
            }
            rules.add(rule);
        }
        rules.sort(Comparator.comparing(Rule::stage));
        return List.copyOf(rules);
    }

    private Rule rule(Section section) {
        var when = tests.list(section, "when");
        var unless = tests.list(section, "unless");
        var test = tests.test(section);
        var conditions = new ArrayList<>(when);
        conditions.addAll(unless);
        conditions.add(test);
        var scope = scope(section, conditions);
        var effect = section.choice("if_broken", Effect.class);
        requireFit(section, effect, scope);
        return new Rule(
                section.text("id"),
                section.text("says"),
                when,
                unless,
                test,
                reason(section, test),
                section.choice("stage", Stage.class),
                effect,
                section.has("violation") && section.flag("violation"),
                section.text("fix"),
                owner(section),
                citations.source(section),
                citations.confidence(section),
                scope);
    }

    /** The finest thing any condition looks at; sessions are judged before anything is added up. */
    private static Scope scope(Section section, List<Test> conditions) {
        var scope = Scope.WEEK;
        for (var condition : conditions) {
            var other = condition.fact().scope();
            scope = other.compareTo(scope) < 0 ? other : scope;
        }
        for (var condition : conditions) {
            if (scope == Scope.SESSION && condition.fact().sums()) {
                throw section.refusal(
                        "check",
                        "\""
                                + condition.fact().name()
                                + "\" adds up sessions; a rule about one session cannot look at it");
            }
        }
        return scope;
    }

    private static void requireFit(Section section, Effect effect, Scope scope) {
        switch (effect) {
            case SESSION_DOES_NOT_COUNT -> require(section, scope == Scope.SESSION, "a session");
            case REJECT_UNITS, REJECT_LINES ->
                    require(section, scope == Scope.DAY, "a day's charges");
            case CLAIM_RETURNED, CLAIM_HELD -> require(section, scope == Scope.WEEK, "the claim");
            case NOT_BILLABLE, HOLD, VIOLATION -> {}
        }
    }

    private static void require(Section section, boolean fits, String about) {
        if (!fits) {
            throw section.refusal("if_broken", "only a rule about " + about + " can say this");
        }
    }

    private static String owner(Section section) {
        var owner = section.text("owner");
        if (!OWNERS.contains(owner)) {
            throw section.refusal(
                    "owner", "\"" + owner + "\" is no role; known: " + String.join(", ", OWNERS));
        }
        return owner;
    }

    /** Fills the numbers of the rule into its code. */
    private static String reason(Section section, Test test) {
        return PLACE.matcher(section.text("reason"))
                .replaceAll(match -> number(section, test, match.group(1)));
    }

    private static String number(Section section, Test test, String place) {
        if (test.relation().word().equals(place)) {
            return Numbers.plain(test.number());
        }
        for (var of : test.of()) {
            if (of.fact().name().equals(place)) {
                return Numbers.plain(of.number());
            }
        }
        throw section.refusal("reason", "nothing here gives {" + place + "} a number");
    }
}
