package care.trellis.crash;

import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.remittances.Adjustment;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.PaidLine;
import care.trellis.engine.x12.remittances.Payment;
import care.trellis.engine.x12.remittances.Remittance;
import care.trellis.engine.x12.remittances.RemittanceWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Numbered claims of one line, and the payer's file that answers each. */
final class Payments {

    static final long CHARGE_CENTS = 31_500;
    private static final long PAID_CENTS = 25_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 2);
    private static final LocalDate PAID_ON = LocalDate.of(2026, 1, 5);

    private Payments() {}

    static String claimNumber(int number) {
        return "%09d-1".formatted(number);
    }

    static LocalDate day(int number) {
        return FIRST_DAY.plusDays(number);
    }

    /** The answer to one claim; with cents missing, its money does not add up. */
    static String file(int number, long missingCents) {
        return file(List.of(number), missingCents);
    }

    /** One check for many claims. */
    static String file(List<Integer> numbers, long missingCents) {
        int first = numbers.getFirst();
        var payment =
                new Payment(
                        new Party("ACME HEALTH", "XV", "ACME1"),
                        new Party("NORTHGATE", "XX", "1234567893"),
                        trace(first),
                        "CHK",
                        PAID_ON,
                        PAID_CENTS * numbers.size() - missingCents);
        return RemittanceWriter.write(
                "ACME1",
                "1234567893",
                first,
                LocalDateTime.of(2026, 1, 5, 9, 5),
                List.of(
                        new Remittance(
                                payment,
                                numbers.stream().map(Payments::answer).toList(),
                                List.of())));
    }

    /** The number of the check that begins with this claim. */
    static String trace(int first) {
        return "T-" + first;
    }

    private static PaidClaim answer(int number) {
        var line =
                new PaidLine(
                        "S9480",
                        List.of(),
                        "0905",
                        day(number),
                        BigDecimal.ONE,
                        CHARGE_CENTS,
                        PAID_CENTS,
                        List.of(new Adjustment("CO", "45", CHARGE_CENTS - PAID_CENTS, null)),
                        claimNumber(number) + "-1",
                        List.of());
        return new PaidClaim(
                claimNumber(number),
                "1",
                CHARGE_CENTS,
                PAID_CENTS,
                0,
                "PCN-" + number,
                List.of(),
                List.of(line),
                List.of());
    }
}
