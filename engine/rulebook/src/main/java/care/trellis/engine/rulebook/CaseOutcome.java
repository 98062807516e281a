package care.trellis.engine.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the shape of the payer-case contract. Every key of the contract is there; what the
 * rulebook leaves open is null.
 */
final class CaseOutcome {

    private CaseOutcome() {}

    static Map<String, @Nullable Object> of(Decision decision) {
        var outcome = new LinkedHashMap<String, @Nullable Object>();
        outcome.put("rulebook", decision.rulebookId() + " " + decision.rulebookVersion());
        outcome.put("days", decision.days().stream().map(CaseOutcome::day).toList());
        outcome.put("week", week(decision.week()));
        outcome.put("claim", claim(decision.claim()));
        outcome.put("violations", spelled(decision.violations()));
        outcome.put("trace", trace(decision));
        return outcome;
    }

    private static Map<String, @Nullable Object> day(DayDecision day) {
        var bill = day.bill();
        boolean billable = day.billable() && bill.unitsPerWeek() == null;
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("date", day.date().toString());
        out.put("status", day.status().name());
        out.put("billable", day.billable());
        out.put("reason", CaseWords.spelled(day.reason()));
        out.put("code", billable ? bill.code() : null);
        out.put("revenue_code", billable ? bill.revenueCode() : null);
        out.put("modifiers", billable ? bill.modifiers() : null);
        out.put("units", billable ? bill.units() : Integer.valueOf(0));
        out.put("unit_type", bill.unitType());
        out.put("payment_class", billable ? bill.paymentClass() : null);
        out.put("services_counted", day.services());
        out.put("minutes", day.minutes());
        out.put("apc", billable ? bill.apc() : null);
        out.put("payment_rate_basis", bill.paymentRateBasis());
        out.put("payment_amount", billable ? money(bill.paymentAmount()) : null);
        out.put("allowed_amount", billable ? money(bill.allowedAmount()) : null);
        out.put("rejected_lines", day.rejectedLines().stream().map(CaseOutcome::line).toList());
        out.put("units_rejected", day.unitsRejected());
        out.put("reason_rejected", CaseWords.spelled(day.reasonRejected()));
        out.put("units_over_daily_limit", day.unitsRejected());
        out.put("max_program_lines_payable", bill.maxProgramLinesPayable());
        out.put("denied_for_missing_authorisation", day.deniedForMissingAuthorization());
        out.put("discrete_services_billable", day.discreteServicesBillable());
        out.put("documentation_complete", day.documentationComplete());
        return out;
    }

    private static Map<String, @Nullable Object> line(RejectedLine line) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        if (line.code() != null) {
            out.put("code", line.code());
        }
        if (line.service() != null) {
            out.put("service", line.service());
        }
        out.put("units", line.units());
        out.put("reason", CaseWords.spelled(line.reason()));
        return out;
    }

    private static Map<String, @Nullable Object> week(WeekDecision week) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("billable", week.status() == Status.BILLABLE);
        out.put("reason", CaseWords.spelled(week.reason()));
        out.put("code", week.code());
        out.put("units", week.units());
        out.put("unit_type", week.unitType());
        out.put("minutes", week.minutes());
        out.put("rate", money(week.rate()));
        out.put("allowed_amount", money(week.allowedAmount()));
        out.put("within_level_range", week.withinLevelRange());
        return out;
    }

    private static Map<String, @Nullable Object> claim(ClaimDecision claim) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("form", claim.form());
        out.put("type_of_bill", claim.typeOfBill());
        out.put("type_of_bill_prefix", claim.typeOfBillPrefix());
        out.put("institutional_type_of_bill_prefix", claim.institutionalTypeOfBillPrefix());
        out.put("condition_codes", claim.conditionCodes());
        out.put("patient_status", claim.patientStatus());
        out.put("patient_status_not", claim.patientStatusNot());
        out.put("hcpcs_required", claim.hcpcsRequired());
        out.put("line_item_dates", claim.lineItemDates());
        out.put("line_count", claim.lineCount());
        out.put("submit", claim.submit());
        out.put("accepted", claim.accepted());
        out.put("reason", CaseWords.spelled(claim.reason()));
        out.put("forbidden_revenue_codes", claim.forbiddenRevenueCodes());
        out.put("professional_place_of_service", claim.professionalPlaceOfService());
        out.put("cms1500_lines_allowed", claim.cms1500LinesAllowed());
        out.put("payment_rate_basis", claim.paymentRateBasis());
        return out;
    }

    private static List<Map<String, @Nullable Object>> trace(Decision decision) {
        var trace = new ArrayList<Map<String, @Nullable Object>>();
        decision.days()
                .forEach(day -> day.findings().forEach(finding -> trace.add(predicate(finding))));
        decision.week().findings().stream()
                .filter(finding -> finding.date() == null)
                .forEach(finding -> trace.add(predicate(finding)));
        return trace;
    }

    private static Map<String, @Nullable Object> predicate(Finding finding) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("predicate", finding.rule());
        out.put("says", finding.says());
        out.put("stage", word(finding.stage()));
        out.put("date", finding.date() == null ? null : finding.date().toString());
        out.put("result", word(finding.outcome()));
        out.put("reason", finding.failed() ? CaseWords.spelled(finding.reason()) : null);
        out.put("if_broken", word(finding.effect()));
        out.put("evidence", finding.evidence());
        var fix = finding.fix();
        out.put("fix", fix == null ? null : fix.words());
        out.put("owner", fix == null ? null : fix.owner());
        out.put("citation", finding.citation());
        out.put("confidence", finding.confidence());
        return out;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> spelled(Collection<String> reasons) {
        return reasons.stream().map(CaseWords::spelled).toList();
    }

    private static @Nullable String money(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
