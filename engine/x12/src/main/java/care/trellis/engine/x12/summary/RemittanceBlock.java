package care.trellis.engine.x12.summary;

import care.trellis.engine.x12.Money;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.remittances.Adjustment;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.Payment;
import care.trellis.engine.x12.remittances.ProviderAdjustment;
import care.trellis.engine.x12.remittances.RemittanceListener;
import care.trellis.engine.x12.remittances.RemittanceParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** The 835: payment, claims, provider adjustments and whether they balance. */
final class RemittanceBlock implements Block, RemittanceListener {

    private static final int MOST_ADJUSTMENTS = 10_000;

    private final JsonGenerator json;
    private final Problems problems;
    private final Segment start;
    private final RemittanceParser parser;
    private final List<ProviderAdjustment> adjustments = new ArrayList<>();
    private int claims;
    private int lines;

    RemittanceBlock(Segment start, JsonGenerator json, Problems problems) {
        this.start = start;
        this.json = json;
        this.problems = problems;
        this.parser = new RemittanceParser(start, this, problems);
        json.writeObjectPropertyStart("835");
    }

    @Override
    public void segment(Segment segment) {
        parser.segment(segment);
    }

    @Override
    public void end() {
        parser.end();
    }

    @Override
    public void payment(Payment payment) {
        json.writeStringProperty("payer", payment.payer().name());
        json.writeStringProperty("payee", payment.payee().name());
        json.writeStringProperty("trace", payment.trace());
        json.writeStringProperty("method", payment.method());
        json.writeStringProperty("date", payment.date() == null ? null : payment.date().toString());
        json.writeStringProperty("paid", Money.dollars(payment.paidCents()));
        json.writeArrayPropertyStart("claims");
    }

    @Override
    public void claim(PaidClaim claim) {
        claims++;
        lines += claim.lines().size();
        json.writeStartObject();
        json.writeStringProperty("id", claim.patientControlNumber());
        json.writeStringProperty("status", claim.status());
        json.writeStringProperty("charge", Money.dollars(claim.chargeCents()));
        json.writeStringProperty("paid", Money.dollars(claim.paidCents()));
        json.writeStringProperty(
                "patientResponsibility", Money.dollars(claim.patientResponsibilityCents()));
        json.writeArrayPropertyStart("adjustments");
        claim.adjustments().forEach(this::adjustment);
        claim.lines().forEach(line -> line.adjustments().forEach(this::adjustment));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void adjustment(Adjustment adjustment) {
        json.writeStartObject();
        json.writeStringProperty("group", adjustment.group());
        json.writeStringProperty("reason", adjustment.reason());
        json.writeStringProperty("amount", Money.dollars(adjustment.cents()));
        json.writeEndObject();
    }

    @Override
    public void adjustment(ProviderAdjustment adjustment) {
        if (adjustments.size() < MOST_ADJUSTMENTS) {
            adjustments.add(adjustment);
        } else if (adjustments.size() == MOST_ADJUSTMENTS) {
            problems.error(
                    "TOO_MANY_ADJUSTMENTS",
                    start.position(),
                    start.line(),
                    "Only the first 10000 provider adjustments are listed.");
            adjustments.add(adjustment);
        }
    }

    @Override
    public void end(boolean balanced) {
        json.writeEndArray();
        json.writeArrayPropertyStart("providerAdjustments");
        for (var adjustment : adjustments) {
            json.writeStartObject();
            json.writeStringProperty("reason", adjustment.reason());
            json.writeStringProperty("amount", Money.dollars(adjustment.cents()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanProperty("balanced", balanced);
        json.writeEndObject();
    }

    @Override
    public Map<String, Integer> counts() {
        return new TreeMap<>(Map.of("claims", claims, "lines", lines));
    }
}
