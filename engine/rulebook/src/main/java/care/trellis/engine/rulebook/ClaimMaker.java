package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.ServiceType;
import care.trellis.engine.rulebook.facts.Week;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes out the claim: form, type of bill, condition codes, and whether it may go. */
final class ClaimMaker {

    private final Week week;
    private final Rulebook rulebook;
    private final Scene scene;
    private final List<Finding> weekFindings;

    ClaimMaker(Week week, Rulebook rulebook, Scene scene, List<Finding> weekFindings) {
        this.week = week;
        this.rulebook = rulebook;
        this.scene = scene;
        this.weekFindings = weekFindings;
    }

    ClaimDecision claim(List<DayDecision> days) {
        String form = null;
        String prefix = null;
        String lines = null;
        String basis = null;
        List<String> conditionCodes = null;
        Boolean hcpcs = null;
        Boolean dated = null;
        for (var block : rulebook.claim) {
            if (!applies(block, days)) {
                continue;
            }
            form = or(block.text("form"), form);
            prefix = or(block.text("type_of_bill_prefix"), prefix);
            lines = or(block.text("lines"), lines);
            basis = or(block.text("payment_rate_basis"), basis);
            conditionCodes =
                    block.values().containsKey("condition_codes")
                            ? block.list("condition_codes")
                            : conditionCodes;
            hcpcs =
                    block.values().containsKey("hcpcs_required")
                            ? block.flag("hcpcs_required")
                            : hcpcs;
            dated =
                    block.values().containsKey("line_item_dates")
                            ? block.flag("line_item_dates")
                            : dated;
        }
        var step = step();
        var digit = step == null ? null : rulebook.frequency.get(step);
        var still = rulebook.frequency.get("still_patient_status");
        var discharged = week.billing().patientDischarged();
        var broken = firstBroken();
        boolean sound = broken == null;
        boolean something = days.isEmpty() || days.stream().anyMatch(DayDecision::billable);
        return new ClaimDecision(
                form,
                prefix == null || digit == null ? null : prefix + digit,
                prefix,
                conditionCodes,
                Boolean.FALSE.equals(discharged) ? still : null,
                Boolean.TRUE.equals(discharged) ? still : null,
                hcpcs,
                dated,
                lineCount(lines, days),
                sound && something,
                broken != null && broken.effect() == Effect.CLAIM_HELD
                        ? null
                        : Boolean.valueOf(sound),
                broken == null ? null : broken.reason(),
                basis);
    }

    /** The revenue code a service's own line carries, where the payer wants a line for each. */
    static @Nullable String revenueCode(Rulebook rulebook, ServiceType type) {
        for (var block : rulebook.claim) {
            var code = block.text("revenue " + type.name());
            if (code != null) {
                return code;
            }
        }
        return null;
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

    private static @Nullable Integer lineCount(@Nullable String lines, List<DayDecision> days) {
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

    private boolean applies(BillBlock block, List<DayDecision> days) {
        LocalDate date = days.isEmpty() ? week.course().asOf() : days.getFirst().date();
        return (date == null || block.period().covers(date))
                && Test.all(block.when(), scene) == Outcome.PASS;
    }

    private static @Nullable String or(@Nullable String later, @Nullable String earlier) {
        return later == null ? earlier : later;
    }
}
