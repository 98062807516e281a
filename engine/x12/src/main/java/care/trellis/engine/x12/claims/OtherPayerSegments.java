package care.trellis.engine.x12.claims;

import care.trellis.engine.x12.Clean;
import care.trellis.engine.x12.Money;
import care.trellis.engine.x12.remittances.Adjustment;
import io.xlate.edi.stream.EDIStreamException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what payers before decided: loops 2320 with 2330 of a claim, 2430 of a line. */
final class OtherPayerSegments {

    private static final int ADJUSTMENTS_PER_SEGMENT = 6;

    private final ClaimSegments out;

    OtherPayerSegments(ClaimSegments out) {
        this.out = out;
    }

    void payer(OtherPayer other) throws EDIStreamException {
        out.in("2320");
        out.write(
                "SBR",
                other.order(),
                other.relationship(),
                other.subscriber().groupNumber(),
                null,
                null,
                null,
                null,
                null,
                other.payer().filingCode());
        adjustments(other.adjustments());
        out.write("AMT", "D", Money.element(other.paidCents()));
        if (other.remainingCents() != null) {
            out.write("AMT", "EAF", Money.element(other.remainingCents()));
        }
        out.write("OI", null, null, "Y", null, null, "Y");
        out.in("2330A");
        var person = other.subscriber().person();
        out.write(
                "NM1",
                "IL",
                "1",
                Clean.text(person.lastName()),
                Clean.text(person.firstName()),
                person.middleName() == null ? null : Clean.text(person.middleName()),
                null,
                null,
                "MI",
                other.subscriber().memberId());
        out.address(person.address());
        out.in("2330B");
        out.organization("PR", other.payer().name(), "PI", other.payer().id());
        if (other.decidedOn() != null) {
            out.write("DTP", "573", "D8", day(other.decidedOn()));
        }
        if (other.claimNumber() != null) {
            out.write("REF", "F8", other.claimNumber());
        }
    }

    void line(Adjudication decided) throws EDIStreamException {
        out.in("2430");
        var procedure = new ArrayList<String>();
        if (decided.procedure() != null) {
            procedure.addAll(List.of("HC", decided.procedure().code()));
            procedure.addAll(decided.procedure().modifiers());
        }
        out.write(
                "SVD",
                decided.payer(),
                Money.element(decided.paidCents()),
                procedure,
                decided.revenueCode(),
                String.valueOf(decided.units()));
        adjustments(decided.adjustments());
        out.write("DTP", "573", "D8", day(decided.decidedOn()));
        if (decided.remainingCents() != null) {
            out.write("AMT", "EAF", Money.element(decided.remainingCents()));
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
                    elements.add(adjustment.reason());
                    elements.add(Money.element(adjustment.cents()));
                    elements.add(
                            adjustment.quantity() == null
                                    ? null
                                    : adjustment.quantity().toPlainString());
                }
                out.write("CAS", elements.toArray());
            }
        }
    }

    private static String day(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }
}
