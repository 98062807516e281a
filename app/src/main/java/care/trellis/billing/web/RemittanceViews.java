package care.trellis.billing.web;

import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.billing.AdjustmentReasons;
import care.trellis.billing.RemittanceDetail;
import care.trellis.billing.RemittanceRow;
import care.trellis.web.Fact;
import care.trellis.web.Tone;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Turns remittances into the finished text of their pages. */
final class RemittanceViews {

    private RemittanceViews() {}

    static RemittancesView page(
            List<RemittanceRow> rows,
            List<RemittanceDetail.Line> unmatched,
            boolean mayPost,
            int page,
            String problem,
            List<String> reasons) {
        return new RemittancesView(
                Ids.next().toString(),
                mayPost,
                problem,
                reasons,
                rows.stream().map(RemittanceViews::row).toList(),
                unmatched.stream().map(RemittanceViews::line).toList(),
                unmatched.stream()
                        .map(RemittanceDetail.Line::paid)
                        .reduce(Money.ZERO, Money::plus)
                        .text(),
                page == 0 ? "" : "/remittances?page=" + (page - 1),
                rows.size() < 100 ? "" : "/remittances?page=" + (page + 1));
    }

    private static RemittancesView.Row row(RemittanceRow row) {
        return new RemittancesView.Row(
                row.payer(),
                row.trace(),
                path(row),
                Words.date(row.paidOn()),
                Integer.toString(row.claims()),
                row.paid().text(),
                row.unmatched() == 0 ? "" : Words.count(row.unmatched(), "line", "lines"));
    }

    private static String path(RemittanceRow row) {
        return "/remittances/" + row.id().value();
    }

    static RemittanceView detail(RemittanceDetail remittance, String band, ZoneId zone) {
        var row = remittance.row();
        var matched = remittance.lines().stream().filter(line -> line.reason() == null);
        var unmatched = remittance.lines().stream().filter(line -> line.reason() != null);
        return new RemittanceView(
                row.trace(),
                band,
                row.unmatched() == 0 ? Tone.GOOD : Tone.WATCH,
                List.of(
                        new Fact("Payer", row.payer()),
                        new Fact("Check or transfer", row.trace()),
                        new Fact("Paid on", Words.date(row.paidOn())),
                        new Fact("By", method(row.method())),
                        new Fact("File", remittance.fileName()),
                        new Fact("Posted", Words.date(row.postedAt(), zone))),
                balance(remittance),
                matched.map(RemittanceViews::line).toList(),
                unmatched.map(RemittanceViews::line).toList(),
                row.lines() > remittance.lines().size()
                        ? "The first %d of %d lines."
                                .formatted(remittance.lines().size(), row.lines())
                        : "");
    }

    private static String method(String code) {
        return switch (code) {
            case "CHK" -> "Check";
            case "ACH" -> "Bank transfer";
            case "FWT" -> "Wire";
            case "NON" -> "No payment";
            default -> code;
        };
    }

    private static List<RemittanceView.Step> balance(RemittanceDetail remittance) {
        var steps = new ArrayList<RemittanceView.Step>();
        steps.add(new RemittanceView.Step("Charged", remittance.charge().text(), true));
        var paid = remittance.charge();
        for (var sum : remittance.adjusted()) {
            steps.add(
                    new RemittanceView.Step(
                            AdjustmentReasons.group(sum.group()),
                            Money.ZERO.minus(sum.amount()).text(),
                            false));
            paid = paid.minus(sum.amount());
        }
        steps.add(new RemittanceView.Step("Paid for claims", paid.text(), true));
        for (var of : remittance.ofPayment()) {
            steps.add(
                    new RemittanceView.Step(
                            ofPayment(of.reason())
                                    + (of.reference() == null ? "" : " · " + of.reference()),
                            Money.ZERO.minus(of.amount()).text(),
                            false));
        }
        if (!remittance.ofPayment().isEmpty()) {
            steps.add(new RemittanceView.Step("Payment", remittance.row().paid().text(), true));
        }
        return steps;
    }

    /** Provider adjustment codes (PLB03-1) in our own words. */
    private static String ofPayment(String reason) {
        return switch (reason) {
            case "WO" -> "Earlier overpayment taken back";
            case "FB" -> "Balance carried over";
            case "L6" -> "Interest";
            case "72" -> "Refund that we sent";
            case "CS" -> "Correction";
            case "J1" -> "Not reimbursed";
            default -> "Adjustment " + reason;
        };
    }

    static RemittanceView.Line line(RemittanceDetail.Line line) {
        return new RemittanceView.Line(
                line.claimNumber(),
                line.claim() == null ? "" : "/claims/" + line.claim().value(),
                line.name() == null ? "" : line.name(),
                line.date() == null ? "Whole claim" : Words.date(line.date()),
                Words.codes(line.procedureCode(), line.revenueCode(), List.of()),
                line.charge().text(),
                line.paid().text(),
                line.patient().text(),
                line.reversal(),
                line.adjustments().stream().map(Words::adjustment).toList(),
                line.reason() == null ? "" : line.reason().words(),
                line.trace(),
                "/remittances/" + line.remittance().value(),
                "/remittances/lines/" + line.id().value(),
                line.byHand());
    }
}
