package care.trellis.engine.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks a rulebook file and compiles it. */
final class RulebookFile {

    private static final Set<String> TOP =
            ordered(
                    "rulebook",
                    "version",
                    "title",
                    "effective",
                    "confidence_marks",
                    "sources",
                    "open",
                    "credentials",
                    "programs",
                    "own_program",
                    "rules",
                    "bill",
                    "claim");
    private static final Set<String> EFFECTIVE =
            ordered("from", "to", "outside", "source", "confidence");
    private static final Set<String> RULE =
            ordered(
                    "id",
                    "says",
                    "when",
                    "check",
                    "of",
                    "with_condition_code",
                    "days_before",
                    "at_least",
                    "at_most",
                    "is",
                    "one_of",
                    "none_of",
                    "reason",
                    "stage",
                    "if_broken",
                    "violation",
                    "fix",
                    "owner",
                    "source",
                    "confidence",
                    "unsure");
    private static final Set<String> BILL_TEXTS =
            ordered(
                    "code",
                    "revenue_code",
                    "unit_type",
                    "payment_class",
                    "apc",
                    "payment_rate_basis");
    private static final Set<String> CLAIM_TEXTS =
            ordered("form", "type_of_bill_prefix", "lines", "payment_rate_basis");
    private static final Set<String> FREQUENCIES =
            ordered(
                    "admit_through_discharge",
                    "first",
                    "continuing",
                    "last",
                    "still_patient_status");
    private static final Set<String> CONFIDENCE = ordered("P", "Pm", "S", "M", "M?", "D");
    private static final Set<String> OWNERS =
            ordered(
                    "clinician",
                    "physician",
                    "utilization reviewer",
                    "biller",
                    "front desk",
                    "program director");
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    private final Section top;
    private final Map<String, String> sources = new HashMap<>();
    private final TestReader tests;

    RulebookFile(Section top) {
        this.top = top.only(TOP);
        this.tests = new TestReader(top);
    }

    Rulebook compile() {
        readSources();
        var effective = top.section("effective").only(EFFECTIVE);
        var period = period(effective);
        var frequency = new LinkedHashMap<String, String>();
        var claim = claimBlocks(frequency);
        var programs = programs();
        return new Rulebook(
                top.text("rulebook"),
                top.text("version"),
                top.text("title"),
                top.file(),
                period,
                top.has("open") ? top.texts("open") : List.of(),
                effective.choice("outside", Effect.class),
                source(effective),
                confidence(effective),
                programs,
                top.has("own_program") ? top.text("own_program") : "",
                rules(),
                billBlocks(),
                claim,
                Map.copyOf(frequency),
                Set.of("first", "continuing"));
    }

    private void readSources() {
        for (var entry : top.section("sources").entries()) {
            var source =
                    Section.of(top.file(), entry.getValue()).only(ordered("title", "url", "read"));
            sources.put(entry.getKey(), source.text("title") + ", " + source.text("url"));
        }
    }

    private Map<String, String> programs() {
        var programs = new HashMap<String, String>();
        if (top.has("programs")) {
            var section = top.section("programs");
            for (var entry : section.entries()) {
                for (var code : section.texts(entry.getKey())) {
                    if (programs.put(code, entry.getKey()) != null) {
                        throw section.refusal(
                                entry.getKey(), "\"" + code + "\" belongs to two programs");
                    }
                }
            }
            if (!section.has(top.text("own_program"))) {
                throw top.refusal(
                        "own_program",
                        "\"" + top.text("own_program") + "\" is not one of the programs");
            }
        }
        return Map.copyOf(programs);
    }

    private List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        var ids = new HashSet<String>();
        for (var section : top.sections("rules")) {
            var rule = rule(section.only(RULE));
            if (!ids.add(rule.id())) {
                throw section.refusal("id", "two rules are called \"" + rule.id() + "\"");
            }
            rules.add(rule);
        }
        rules.sort(Comparator.comparing(Rule::stage));
        return List.copyOf(rules);
    }

    private Rule rule(Section section) {
        section.text("says");
        var when = tests.list(section, "when");
        var test = tests.test(section);
        var scope = test.fact().scope();
        for (var condition : when) {
            scope =
                    condition.fact().scope().compareTo(scope) < 0
                            ? condition.fact().scope()
                            : scope;
        }
        var effect = section.choice("if_broken", Effect.class);
        if (effect == Effect.SESSION_DOES_NOT_COUNT && scope != Scope.SESSION) {
            throw section.refusal(
                    "if_broken", "only a rule about a session can say session_does_not_count");
        }
        if ((effect == Effect.REJECT_UNITS || effect == Effect.REJECT_LINES)
                && scope != Scope.DAY) {
            throw section.refusal(
                    "if_broken", "only a rule about a day's charges can turn down units or lines");
        }
        var owner = section.text("owner");
        if (!OWNERS.contains(owner)) {
            throw section.refusal(
                    "owner", "\"" + owner + "\" is no role; known: " + String.join(", ", OWNERS));
        }
        return new Rule(
                section.text("id"),
                when,
                test,
                reason(section, test),
                section.choice("stage", Stage.class),
                effect,
                section.has("violation") && section.flag("violation"),
                section.text("fix"),
                owner,
                source(section),
                confidence(section),
                scope);
    }

    /** Fills the numbers of the rule into its code. */
    private String reason(Section section, Test test) {
        return PLACE.matcher(section.text("reason"))
                .replaceAll(match -> number(section, test, match.group(1)));
    }

    private String number(Section section, Test test, String place) {
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

    private List<BillBlock> billBlocks() {
        var blocks = new ArrayList<BillBlock>();
        var known =
                ordered(
                        "when",
                        "from",
                        "to",
                        "modifiers",
                        "units_per_day",
                        "payment_amount",
                        "max_program_lines_payable",
                        "source",
                        "confidence",
                        "unsure");
        known.addAll(BILL_TEXTS);
        for (var section : top.sections("bill")) {
            var values = texts(section.only(known), BILL_TEXTS);
            if (section.has("modifiers")) {
                values.put("modifiers", section.texts("modifiers"));
            }
            if (section.has("payment_amount")) {
                values.put("payment_amount", section.number("payment_amount"));
            }
            for (var key : List.of("units_per_day", "max_program_lines_payable")) {
                if (section.has(key)) {
                    values.put(key, section.number(key).intValueExact());
                }
            }
            blocks.add(block(section, values));
        }
        return List.copyOf(blocks);
    }

    private List<BillBlock> claimBlocks(Map<String, String> frequency) {
        var blocks = new ArrayList<BillBlock>();
        var known =
                ordered(
                        "when",
                        "from",
                        "to",
                        "condition_codes",
                        "hcpcs_required",
                        "line_item_dates",
                        "revenue_codes",
                        "frequency",
                        "source",
                        "confidence",
                        "unsure");
        known.addAll(CLAIM_TEXTS);
        for (var section : top.sections("claim")) {
            var values = texts(section.only(known), CLAIM_TEXTS);
            if (section.has("condition_codes")) {
                values.put("condition_codes", section.texts("condition_codes"));
            }
            for (var key : List.of("hcpcs_required", "line_item_dates")) {
                if (section.has(key)) {
                    values.put(key, section.flag(key));
                }
            }
            if (section.has("revenue_codes")) {
                var codes = section.section("revenue_codes");
                tests.requireServices(codes);
                codes.entries()
                        .forEach(entry ->
                                values.put(
                                        "revenue " + entry.getKey(), codes.text(entry.getKey())));
            }
            if (section.has("frequency")) {
                var digits = section.section("frequency").only(FREQUENCIES);
                FREQUENCIES.forEach(key -> frequency.put(key, digits.text(key)));
            }
            blocks.add(block(section, values));
        }
        return List.copyOf(blocks);
    }

    private static Map<String, Object> texts(Section section, Set<String> keys) {
        var values = new HashMap<String, Object>();
        for (var key : keys) {
            if (section.has(key)) {
                values.put(key, section.text(key));
            }
        }
        return values;
    }

    private BillBlock block(Section section, Map<String, Object> values) {
        if (section.has("source")) {
            source(section);
            confidence(section);
        }
        var when = tests.list(section, "when");
        for (var test : when) {
            if (test.fact().scope() == Scope.SESSION) {
                throw section.refusal(
                        "when",
                        "a claim has no single session; \""
                                + test.fact().name()
                                + "\" cannot stand here");
            }
        }
        return new BillBlock(period(section), when, Map.copyOf(values));
    }

    private static Period period(Section section) {
        var period = new Period(section.optionalDate("from"), section.optionalDate("to"));
        if (period.from() != null && period.to() != null && period.to().isBefore(period.from())) {
            throw section.refusal("to", "ends before it begins");
        }
        return period;
    }

    private String source(Section section) {
        var cited = new ArrayList<String>();
        for (var key : section.texts("source")) {
            var source = sources.get(key);
            if (source == null) {
                throw section.refusal(
                        "source", "\"" + key + "\" is not among the sources of this file");
            }
            cited.add(source);
        }
        return String.join("; ", cited);
    }

    private String confidence(Section section) {
        var mark = section.text("confidence");
        if (!CONFIDENCE.contains(mark)) {
            throw section.refusal(
                    "confidence",
                    "\"" + mark + "\" is no mark; known: " + String.join(", ", CONFIDENCE));
        }
        return mark;
    }

    private static Set<String> ordered(String... words) {
        return new java.util.LinkedHashSet<>(List.of(words));
    }
}
