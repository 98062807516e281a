package care.trellis.engine.rulebook;

import care.trellis.engine.content.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compiles the section {@code rules}. */
final class RuleReader {

    private static final List<String> KEYS =
            List.of(
                    "id",
                    "from",
                    "to",
                    "says",
                    "when",
                    "unless",
                    "check",
                    "of",
                    "codes",
                    "within_months",
                    "with_condition_code",
                    "days_before",
                    "at_least",
                    "at_most",
                    "more_than",
                    "less_than",
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

    /** Keys whose number a code may carry. */
    private static final Set<String> NUMBERS =
            Set.of("at_least", "at_most", "more_than", "less_than", "within_months", "days_before");

    private static final Set<String> PROGRAM_FACTS =
            Set.of(Vocabulary.DAY_UNITS, Vocabulary.PROGRAMS_CHARGED, "line.program");

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
        var effect = section.choice("if_broken", Effect.class);
        var period = Period.of(section);
        var scope = dated(scope(section, conditions), period, effect);
        requireFit(section, effect, scope);
        if (effect == Effect.REJECT_UNITS) {
            requireLimit(section, test);
        }
        requirePlaces(section, scope);
        requireProgram(section, conditions);
        return new Rule(
                section.text("id"),
                period,
                section.text("says"),
                when,
                unless,
                test,
                reason(section, when, test),
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
            if (scope == Scope.LINE && condition.fact().scope() == Scope.SESSION) {
                throw section.refusal(
                        "check",
                        "a rule about one charged line cannot look at \""
                                + condition.fact().name()
                                + "\"");
            }
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

    /** A rule with dates looks at each day for itself, where it is no rule of the claim. */
    private static Scope dated(Scope scope, Period period, Effect effect) {
        boolean ofTheWeek =
                effect == Effect.CLAIM_RETURNED
                        || effect == Effect.CLAIM_HELD
                        || effect == Effect.OUTSIDE_LEVEL;
        boolean always = period.equals(Period.ALWAYS);
        return scope == Scope.WEEK && !always && !ofTheWeek ? Scope.DAY : scope;
    }

    private static void requireFit(Section section, Effect effect, Scope scope) {
        switch (effect) {
            case SESSION_DOES_NOT_COUNT -> require(section, scope == Scope.SESSION, "a session");
            case REJECT_LINE -> require(section, scope == Scope.LINE, "a charged line");
            case REJECT_UNITS -> require(section, scope == Scope.DAY, "a day");
            case BILL_SERVICES_INSTEAD ->
                    require(section, scope == Scope.DAY || scope == Scope.WEEK, "a day or a week");
            case CLAIM_RETURNED, CLAIM_HELD, OUTSIDE_LEVEL ->
                    require(section, scope == Scope.WEEK, "the week or the claim");
            case NOT_BILLABLE, HOLD, VIOLATION -> {}
        }
    }

    /** Only units and sessions can be turned down, and only above a limit. */
    private static void requireLimit(Section section, Test test) {
        boolean countable =
                test.fact().name().equals(Vocabulary.DAY_UNITS)
                        || test.fact().name().equals(Vocabulary.DAY_SESSIONS);
        if (!countable || test.relation() != Relation.AT_MOST) {
            throw section.refusal(
                    "if_broken", "reject_units needs day.units or day.sessions with at_most");
        }
    }

    private static void require(Section section, boolean fits, String about) {
        if (!fits) {
            throw section.refusal("if_broken", "only a rule about " + about + " can say this");
        }
    }

    /**
     * The places a fix can have are filled when a rule breaks; another would stand there as it is.
     */
    private static void requirePlaces(Section section, Scope scope) {
        var known = new TreeSet<>(Set.of("more", "fewer"));
        if (scope == Scope.SESSION) {
            known.add("session");
        } else if (scope == Scope.LINE) {
            known.add("line");
        }
        var places = PLACE.matcher(section.text("fix"));
        while (places.find()) {
            if (!known.contains(places.group(1))) {
                throw section.refusal(
                        "fix",
                        "nothing here fills {"
                                + places.group(1)
                                + "}; known: "
                                + String.join(", ", known));
            }
        }
    }

    /** Charged units and lines are only told apart by the programs of the file. */
    private void requireProgram(Section section, List<Test> conditions) {
        for (var condition : conditions) {
            if (PROGRAM_FACTS.contains(condition.fact().name()) && !top.has("programs")) {
                throw section.refusal(
                        "check",
                        "\"" + condition.fact().name() + "\" needs \"programs\" in this file");
            }
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
    private static String reason(Section section, List<Test> when, Test test) {
        return PLACE.matcher(section.text("reason"))
                .replaceAll(match -> number(section, when, test, match.group(1)));
    }

    /**
     * A key beside it ({@code at_least}), {@code hours} for a limit in minutes, or a fact of the
     * conditions.
     */
    private static String number(Section section, List<Test> when, Test test, String place) {
        if (NUMBERS.contains(place) && section.has(place)) {
            return Numbers.plain(section.number(place).doubleValue());
        }
        if (place.equals("hours") && test.fact().name().endsWith("minutes")) {
            return Numbers.plain(test.number() / 60);
        }
        for (var condition : Stream.concat(test.of().stream(), when.stream()).toList()) {
            if (condition.fact().name().equals(place) && condition.relation().numeric()) {
                return Numbers.plain(condition.number());
            }
        }
        throw section.refusal("reason", "nothing here gives {" + place + "} a number");
    }
}
