package care.trellis.engine.rulebook;

import care.trellis.engine.content.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compiles the sections {@code bill} and {@code claim}: what goes on the claim, and when. */
final class BlockReader {

    private static final List<String> ALWAYS =
            List.of("when", "unless", "from", "to", "source", "confidence", "unsure");
    private static final List<String> BILL_TEXTS =
            List.of(
                    "code",
                    "revenue_code",
                    "unit_type",
                    "payment_class",
                    "apc",
                    "payment_rate_basis");
    private static final List<String> BILL_WHOLES =
            List.of(
                    "units_per_day",
                    "minutes_per_unit",
                    "units_per_week",
                    "max_program_lines_payable");
    private static final List<String> BILL_AMOUNTS = List.of("payment_amount", "rate");
    private static final List<String> CLAIM_TEXTS =
            List.of(
                    "form",
                    "type_of_bill",
                    "type_of_bill_prefix",
                    "institutional_type_of_bill_prefix",
                    "professional_place_of_service",
                    "lines",
                    "payment_rate_basis");
    private static final List<String> CLAIM_LISTS =
            List.of("condition_codes", "forbidden_revenue_codes");
    private static final List<String> CLAIM_FLAGS = List.of("hcpcs_required", "line_item_dates");
    private static final List<String> FREQUENCIES =
            List.of(
                    "admit_through_discharge",
                    "first",
                    "continuing",
                    "last",
                    "still_patient_status");

    private final Section top;
    private final TestReader tests;
    private final Citations citations;

    BlockReader(Section top, TestReader tests, Citations citations) {
        this.top = top;
        this.tests = tests;
        this.citations = citations;
    }

    List<BillBlock> bill() {
        var blocks = new ArrayList<BillBlock>();
        var known =
                known(
                        BILL_TEXTS,
                        BILL_WHOLES,
                        BILL_AMOUNTS,
                        List.of("modifiers", "at_most_charges"));
        for (var section : top.sections("bill")) {
            var values = texts(section.only(known), BILL_TEXTS);
            if (section.has("modifiers")) {
                values.put("modifiers", section.texts("modifiers"));
            }
            if (section.has("at_most_charges")) {
                values.put("at_most_charges", section.flag("at_most_charges"));
            }
            for (var key : BILL_AMOUNTS) {
                if (section.has(key)) {
                    values.put(key, section.amount(key));
                }
            }
            for (var key : BILL_WHOLES) {
                if (section.has(key)) {
                    values.put(key, section.whole(key));
                }
            }
            blocks.add(block(section, values, Scope.DAY));
        }
        return List.copyOf(blocks);
    }

    List<BillBlock> claim() {
        var blocks = new ArrayList<BillBlock>();
        var known =
                known(
                        CLAIM_TEXTS,
                        CLAIM_FLAGS,
                        CLAIM_LISTS,
                        List.of("revenue_codes", "frequency", "cms1500_lines_allowed"));
        for (var section : top.sections("claim")) {
            var values = texts(section.only(known), CLAIM_TEXTS);
            for (var key : CLAIM_LISTS) {
                if (section.has(key)) {
                    values.put(key, section.texts(key));
                }
            }
            if (section.has("cms1500_lines_allowed")) {
                values.put("cms1500_lines_allowed", section.whole("cms1500_lines_allowed"));
            }
            for (var key : CLAIM_FLAGS) {
                if (section.has(key)) {
                    values.put(key, section.flag(key));
                }
            }
            if (section.has("revenue_codes")) {
                var codes = section.section("revenue_codes");
                tests.requireServices(codes);
                for (var entry : codes.entries()) {
                    values.put("revenue " + entry.getKey(), codes.text(entry.getKey()));
                }
            }
            blocks.add(block(section, values, Scope.WEEK));
        }
        return List.copyOf(blocks);
    }

    /** The last digit of the type of bill, by where the claim stands in the stay. */
    Map<String, String> frequency() {
        var frequency = new HashMap<String, String>();
        for (var section : top.sections("claim")) {
            if (section.has("frequency")) {
                var digits = section.section("frequency").only(FREQUENCIES);
                FREQUENCIES.forEach(key -> frequency.put(key, digits.text(key)));
            }
        }
        return Map.copyOf(frequency);
    }

    @SafeVarargs
    private static List<String> known(List<String>... keys) {
        var known = new ArrayList<>(ALWAYS);
        for (var some : keys) {
            known.addAll(some);
        }
        return known;
    }

    /** Keys that take one of a few words. */
    private static final Map<String, Set<String>> CLOSED =
            Map.of(
                    "unit_type", Set.of("PER_DIEM", "HOURLY", "15_MIN"),
                    "payment_class", Set.of("IOP_3_SERVICES", "IOP_4_PLUS_SERVICES"),
                    "payment_rate_basis", Set.of("HOSPITAL", "CMHC"),
                    "form", Set.of("UB-04/837I", "CMS-1500/837P"),
                    "lines", Set.of("per_day", "per_service"));

    private static String closed(Section section, String key) {
        var text = section.text(key);
        var known = CLOSED.get(key);
        if (known != null && !known.contains(text)) {
            throw section.refusal(
                    key,
                    "\""
                            + key
                            + "\" is \""
                            + text
                            + "\"; it can be "
                            + String.join(", ", new TreeSet<>(known)));
        }
        return text;
    }

    private static Map<String, Object> texts(Section section, List<String> keys) {
        var values = new HashMap<String, Object>();
        for (var key : keys) {
            if (section.has(key)) {
                values.put(key, closed(section, key));
            }
        }
        return values;
    }

    private BillBlock block(Section section, Map<String, Object> values, Scope finest) {
        var citation = citations.source(section);
        citations.confidence(section);
        return new BillBlock(
                Period.of(section),
                conditions(section, "when", finest),
                conditions(section, "unless", finest),
                Map.copyOf(values),
                citation);
    }

    private List<Test> conditions(Section section, String key, Scope finest) {
        var conditions = tests.list(section, key);
        for (var test : conditions) {
            if (test.fact().scope().compareTo(finest) < 0) {
                throw section.refusal(
                        key, "\"" + test.fact().name() + "\" is too fine a fact for this block");
            }
        }
        return conditions;
    }
}
