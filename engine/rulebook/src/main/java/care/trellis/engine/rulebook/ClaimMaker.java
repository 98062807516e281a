package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.ServiceType;
import care.trellis.engine.rulebook.facts.Week;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes out the claim: form, type of bill, condition codes, and whether it may go. */
final class ClaimMaker {

    private final Week week;
    private final Rulebook rulebook;
    private final Scene scene;
    private final List<Finding> weekFindings;

    private @Nullable String form;
    private @Nullable String typeOfBill;
    private @Nullable String prefix;
    private @Nullable String institutionalPrefix;
    private @Nullable String placeOfService;
    private @Nullable String lines;
    private @Nullable String basis;
    private @Nullable List<String> conditionCodes;
    private @Nullable List<String> forbidden;
    private @Nullable Boolean hcpcs;
    private @Nullable Boolean dated;
    private @Nullable Integer cms1500Lines;

    ClaimMaker(Week week, Rulebook rulebook, Scene scene, List<Finding> weekFindings) {
        this.week = week;
        this.rulebook = rulebook;
        this.scene = scene;
        this.weekFindings = weekFindings;
    }

    ClaimDecision claim(List<DayDecision> days) {
        var date = days.isEmpty() ? week.course().asOf() : days.getFirst().date();
        for (var block : rulebook.claim) {
            if (block.applies(scene, date)) {
                read(block);
            }
        }
        var still = rulebook.frequency.get("still_patient_status");
        var discharged = week.billing().patientDischarged();
        var broken = firstBroken();
        boolean something = days.isEmpty() || days.stream().anyMatch(DayDecision::billable);
        return new ClaimDecision(
                form,
                typeOfBill(),
                prefix,
                institutionalPrefix,
                conditionCodes,
                Boolean.FALSE.equals(discharged) ? still : null,
                Boolean.TRUE.equals(discharged) ? still : null,
                hcpcs,
                dated,
                lineCount(days),
                broken == null && something,
                broken != null && broken.effect() == Effect.CLAIM_HELD
                        ? null
                        : Boolean.valueOf(broken == null),
                broken == null ? null : broken.reason(),
                forbidden,
                placeOfService,
                cms1500Lines,
                basis);
    }

    private void read(BillBlock block) {
        block.text("form", value -> form = value);
        block.text("type_of_bill", value -> typeOfBill = value);
        block.text("type_of_bill_prefix", value -> prefix = value);
        block.text("institutional_type_of_bill_prefix", value -> institutionalPrefix = value);
        block.text("professional_place_of_service", value -> placeOfService = value);
        block.text("lines", value -> lines = value);
        block.text("payment_rate_basis", value -> basis = value);
        block.list("condition_codes", value -> conditionCodes = value);
        block.list("forbidden_revenue_codes", value -> forbidden = value);
        block.flag("hcpcs_required", value -> hcpcs = value);
        block.flag("line_item_dates", value -> dated = value);
        block.whole("cms1500_lines_allowed", value -> cms1500Lines = value);
    }

    /** The revenue code a service's own line carries, where the payer wants a line for each. */
    static @Nullable String revenueCode(Rulebook rulebook, ServiceType type) {
        var key = "revenue " + type.name();
        for (var block : rulebook.claim) {
            if (block.values().get(key) instanceof String code) {
                return code;
            }
        }
        return null;
    }

    private @Nullable String typeOfBill() {
        var step = step();
        var digit = step == null ? null : rulebook.frequency.get(step);
        return prefix == null || digit == null ? typeOfBill : prefix + digit;
    }

    /** Where this claim stands in the stay; null when that is not known. */
    private @Nullable String step() {
        var first = week.billing().episodeFirstBill();
        var discharged = week.billing().patientDischarged();
        if (first == null || discharged == null) {
            return null;
        }
        if (discharged) {
            return first ? "admit_through_discharge" : "last";
        }
        return first ? "first" : "continuing";
    }

    private @Nullable Finding firstBroken() {
        for (var finding : weekFindings) {
            if (finding.failed()
                    && (finding.effect() == Effect.CLAIM_RETURNED
                            || finding.effect() == Effect.CLAIM_HELD)) {
                return finding;
            }
        }
        return null;
    }

    private @Nullable Integer lineCount(List<DayDecision> days) {
        if (lines == null) {
            return null;
        }
        int count = 0;
        for (var day : days) {
            if (day.billable()) {
                count += lines.equals("per_service") ? day.services() : 1;
            }
        }
        return count;
    }
}
