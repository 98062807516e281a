package care.trellis.demo;

import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.X12Listener;
import care.trellis.engine.x12.X12Reader;
import care.trellis.engine.x12.remittances.Adjustment;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.PaidLine;
import care.trellis.engine.x12.remittances.Payment;
import care.trellis.engine.x12.remittances.Remittance;
import care.trellis.engine.x12.remittances.RemittanceWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invented payer that answers our own claim files: it pays each line a share of the charge,
 * writes the rest off as above the contract's rate (CO 45), and denies the claims it is told to. Of
 * what another payer has decided it pays what was left, but for a small copay.
 *
 * @param name as it signs; letters, digits and spaces
 * @param code as it calls itself, 2 to 15 characters
 * @param paidPercent of each charge, 0 to 100; fractions of a cent are dropped
 * @param copayCents that the client owes of each line that is paid, taken out of the payment
 * @param denials the reason code (CARC) by claim number (CLM01), or by the number of one line (REF
 *     6R)
 */
public record StandInPayer(
        String name, String code, int paidPercent, long copayCents, Map<String, String> denials) {

    /** What a second payer leaves of each line, in cents. */
    private static final long SECOND_COPAY_CENTS = 400;

    public StandInPayer {
        denials = Map.copyOf(denials);
    }

    /**
     * Answers every claim of a file in one remittance.
     *
     * @param claims the text of an 837I or 837P that Trellis wrote
     * @param number of the answer's interchange, 1 to 999,999,999
     * @param trace of the check, never used before
     * @return the text of an 835, balanced to the cent
     * @throws IllegalArgumentException when the file cannot be read whole
     */
    public String answer(String claims, int number, String trace, LocalDateTime at) {
        var read = new Claims();
        var problems = new Problems();
        var content = claims.getBytes(StandardCharsets.US_ASCII);
        try {
            X12Reader.read(
                    new ByteArrayInputStream(content), X12Reader.LIMIT_BYTES, read, problems);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (problems.hasErrors()) {
            throw new IllegalArgumentException("The claim file is not whole: " + problems.list());
        }
        var answers = read.claims.stream().map(this::answer).toList();
        long paid = answers.stream().mapToLong(PaidClaim::paidCents).sum();
        var payment =
                new Payment(
                        new Party(name, "XV", code),
                        new Party(read.payeeName, "XX", read.payeeNpi),
                        trace,
                        paid == 0 ? "NON" : "ACH",
                        at.toLocalDate(),
                        paid);
        return RemittanceWriter.write(
                code,
                read.payeeNpi,
                number,
                at,
                List.of(new Remittance(payment, answers, List.of())));
    }

    private PaidClaim answer(Claimed claim) {
        var denial = denials.get(claim.number);
        var lines = claim.lines.stream().map(line -> answer(line, denial(line, denial))).toList();
        return new PaidClaim(
                claim.number,
                denial != null ? "4" : claim.second() ? "2" : "1",
                lines.stream().mapToLong(PaidLine::chargeCents).sum(),
                lines.stream().mapToLong(PaidLine::paidCents).sum(),
                lines.stream()
                        .flatMap(line -> line.adjustments().stream())
                        .filter(adjustment -> adjustment.group().equals("PR"))
                        .mapToLong(Adjustment::cents)
                        .sum(),
                code + claim.number,
                List.of(),
                lines,
                List.of());
    }

    private @Nullable String denial(Line line, @Nullable String ofClaim) {
        return line.controlNumber == null
                ? ofClaim
                : denials.getOrDefault(line.controlNumber, ofClaim);
    }

    private PaidLine answer(Line line, @Nullable String denial) {
        var adjustments = new ArrayList<Adjustment>();
        long paid = 0;
        if (denial == null && line.remainingCents != null) {
            long owed = Math.min(SECOND_COPAY_CENTS, line.remainingCents);
            paid = line.remainingCents - owed;
            adjust(adjustments, "OA", "23", line.chargeCents - line.remainingCents);
            adjust(adjustments, "PR", "2", owed);
        } else if (denial == null) {
            long allowed = line.chargeCents * paidPercent / 100;
            long copay = Math.min(copayCents, allowed);
            paid = allowed - copay;
            adjust(adjustments, "CO", "45", line.chargeCents - allowed);
            adjust(adjustments, "PR", "3", copay);
        } else {
            adjust(adjustments, "CO", denial, line.chargeCents);
        }
        return new PaidLine(
                line.procedure,
                line.modifiers,
                line.revenue,
                line.date,
                line.units,
                line.chargeCents,
                paid,
                adjustments,
                line.controlNumber,
                List.of());
    }

    private static void adjust(List<Adjustment> to, String group, String reason, long cents) {
        if (cents != 0) {
            to.add(new Adjustment(group, reason, cents, null));
        }
    }

    private static final class Claimed {

        private final String number;
        private final List<Line> lines = new ArrayList<>();

        Claimed(String number) {
            this.number = number;
        }

        /** Whether another payer has decided it. */
        private boolean second() {
            return lines.stream().anyMatch(line -> line.remainingCents != null);
        }
    }

    private static final class Line {

        private @Nullable String procedure;
        private @Nullable String revenue;
        private List<String> modifiers = List.of();
        private BigDecimal units = BigDecimal.ONE;
        private long chargeCents;
        private @Nullable Long remainingCents;
        private @Nullable LocalDate date;
        private @Nullable String controlNumber;
    }

    /** What a payer needs of a claim file. */
    private static final class Claims implements X12Listener {

        private final List<Claimed> claims = new ArrayList<>();
        private String payeeName = "";
        private String payeeNpi = "";

        @Override
        public void segment(Segment segment) {
            switch (segment.tag()) {
                case "NM1" -> {
                    if (segment.text(1).equals("85")) {
                        payeeName = segment.text(3);
                        payeeNpi = segment.text(9);
                    }
                }
                case "CLM" -> claims.add(new Claimed(segment.text(1)));
                case "LX" -> claims.getLast().lines.add(new Line());
                case "SV1" -> service(segment, 1);
                case "SV2" -> {
                    line().revenue = segment.text(1);
                    service(segment, 2);
                }
                case "DTP" -> {
                    if (segment.text(1).equals("472")) {
                        line().date =
                                LocalDate.parse(segment.text(3), DateTimeFormatter.BASIC_ISO_DATE);
                    }
                }
                case "AMT" -> {
                    if (segment.text(1).equals("EAF")) {
                        line().remainingCents =
                                new BigDecimal(segment.text(2)).movePointRight(2).longValueExact();
                    }
                }
                case "REF" -> {
                    if (segment.text(1).equals("6R")) {
                        line().controlNumber = segment.text(2);
                    }
                }
                default -> {}
            }
        }

        private void service(Segment segment, int at) {
            var line = line();
            var code = segment.component(at, 2);
            line.procedure = code.isEmpty() ? null : code;
            var modifiers = new ArrayList<String>();
            for (int component = 3; component <= 6; component++) {
                var modifier = segment.component(at, component);
                if (!modifier.isEmpty()) {
                    modifiers.add(modifier);
                }
            }
            line.modifiers = modifiers;
            line.chargeCents =
                    new BigDecimal(segment.text(at + 1)).movePointRight(2).longValueExact();
            line.units = new BigDecimal(segment.text(at + 3));
        }

        private Line line() {
            return claims.getLast().lines.getLast();
        }
    }
}
