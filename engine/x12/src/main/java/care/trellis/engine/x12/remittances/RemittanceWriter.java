package care.trellis.engine.x12.remittances;

import care.trellis.engine.x12.Clean;
import care.trellis.engine.x12.Money;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.SegmentWriter;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIValidationException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an 835 (005010X221A1) as the stand-in payer of the synthetic clinic sends it. What a
 * remittance says of the patient's name and of the payer's address our records do not keep, so it
 * is invented here.
 */
public final class RemittanceWriter {

    private static final String GUIDE = "005010X221A1";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int ADJUSTMENTS_PER_SEGMENT = 6;

    private final SegmentWriter out;
    private final LocalDate made;

    private RemittanceWriter(SegmentWriter out, LocalDate made) {
        this.out = out;
        this.made = made;
    }

    /**
     * Writes one interchange.
     *
     * @param sender id of the payer, 2 to 15 characters
     * @param receiver id of the program, 2 to 15 characters
     * @param controlNumber 1 to 999,999,999
     * @param at when it is made
     * @param remittances a transaction each; written as they are, balanced or not
     * @return the text, a segment a line
     * @throws IllegalArgumentException when a value cannot stand in an 835
     */
    public static String write(
            String sender,
            String receiver,
            int controlNumber,
            LocalDateTime at,
            List<Remittance> remittances) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = new SegmentWriter(bytes, GUIDE);
            out.start("HP", GUIDE, exact(sender), exact(receiver), controlNumber, at, true);
            var writer = new RemittanceWriter(out, at.toLocalDate());
            for (var remittance : remittances) {
                out.startTransaction("835", null);
                writer.remittance(remittance);
                out.endTransaction();
            }
            out.end();
        } catch (EDIStreamException | EDIValidationException e) {
            throw new IllegalArgumentException("This remittance cannot be written as an 835", e);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private void remittance(Remittance remittance) throws EDIStreamException {
        var payment = remittance.payment();
        var date = payment.date() == null ? made : payment.date();
        out.segment(
                "BPR",
                payment.method().equals("NON") ? "H" : "I",
                Money.element(payment.paidCents()),
                "C",
                payment.method(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                DAY.format(date));
        out.segment("TRN", "1", exact(payment.trace()), "1999999999");
        out.segment("DTM", "405", DAY.format(made));
        party("PR", payment.payer());
        out.segment("N3", "1 EXAMPLE WAY");
        out.segment("N4", "PHOENIX", "AZ", "850040001");
        out.segment("PER", "BL", "PROVIDER SERVICES", "TE", "6025550199");
        party("PE", payment.payee());
        if (!remittance.claims().isEmpty()) {
            out.segment("LX", "1");
        }
        for (var claim : remittance.claims()) {
            claim(claim);
        }
        for (var adjustment : remittance.providerAdjustments()) {
            providerAdjustment(adjustment);
        }
    }

    private void party(String role, Party party) throws EDIStreamException {
        out.segment("N1", role, Clean.text(party.name()), party.qualifier(), orExact(party.id()));
    }

    private void claim(PaidClaim claim) throws EDIStreamException {
        out.segment(
                "CLP",
                exact(claim.patientControlNumber()),
                claim.status(),
                Money.element(claim.chargeCents()),
                Money.element(claim.paidCents()),
                Money.element(claim.patientResponsibilityCents()),
                "12",
                claim.payerClaimNumber() == null ? "0" : exact(claim.payerClaimNumber()));
        adjustments(claim.adjustments());
        out.segment("NM1", "QC", "1", "PATIENT");
        if (!claim.remarks().isEmpty()) {
            var elements = new ArrayList<@Nullable Object>();
            elements.add(null);
            elements.add(null);
            elements.addAll(claim.remarks().subList(0, Math.min(5, claim.remarks().size())));
            out.segment("MOA", elements.toArray());
        }
        for (var line : claim.lines()) {
            line(line);
        }
    }

    private void line(PaidLine line) throws EDIStreamException {
        var service = new ArrayList<String>();
        var revenue = line.revenueCode();
        boolean byRevenueCode = line.procedure() == null;
        service.add(byRevenueCode ? "NU" : "HC");
        service.add(byRevenueCode ? String.valueOf(revenue) : line.procedure());
        service.addAll(line.modifiers());
        out.segment(
                "SVC",
                service,
                Money.element(line.chargeCents()),
                Money.element(line.paidCents()),
                byRevenueCode ? null : revenue,
                line.units().stripTrailingZeros().toPlainString());
        if (line.date() != null) {
            out.segment("DTM", "472", DAY.format(line.date()));
        }
        adjustments(line.adjustments());
        if (line.controlNumber() != null) {
            out.segment("REF", "6R", exact(line.controlNumber()));
        }
        for (var remark : line.remarks()) {
            out.segment("LQ", "HE", exact(remark));
        }
    }

    /** One CAS for each group, in the order of their first adjustment. */
    private void adjustments(List<Adjustment> adjustments) throws EDIStreamException {
        var groups = new LinkedHashMap<String, List<Adjustment>>();
        for (var adjustment : adjustments) {
            groups.computeIfAbsent(adjustment.group(), group -> new ArrayList<>()).add(adjustment);
        }
        for (var group : groups.values()) {
            for (int from = 0; from < group.size(); from += ADJUSTMENTS_PER_SEGMENT) {
                int to = Math.min(from + ADJUSTMENTS_PER_SEGMENT, group.size());
                var elements = new ArrayList<@Nullable Object>();
                elements.add(group.getFirst().group());
                for (var adjustment : group.subList(from, to)) {
                    elements.add(exact(adjustment.reason()));
                    elements.add(Money.element(adjustment.cents()));
                    elements.add(
                            adjustment.quantity() == null
                                    ? null
                                    : adjustment.quantity().toPlainString());
                }
                out.segment("CAS", elements.toArray());
            }
        }
    }

    private void providerAdjustment(ProviderAdjustment adjustment) throws EDIStreamException {
        var end = adjustment.fiscalPeriodEnd();
        var reason = new ArrayList<>(List.of(exact(adjustment.reason())));
        if (adjustment.reference() != null) {
            reason.add(exact(adjustment.reference()));
        }
        out.segment(
                "PLB",
                exact(adjustment.provider()),
                DAY.format(end == null ? LocalDate.of(made.getYear(), 12, 31) : end),
                reason,
                Money.element(adjustment.cents()));
    }

    private static @Nullable String orExact(@Nullable String value) {
        return value == null ? null : exact(value);
    }

    private static String exact(String value) {
        if (!Clean.isExact(value)) {
            throw new IllegalArgumentException("A value holds a delimiter or is empty");
        }
        return value;
    }
}
