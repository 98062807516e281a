package care.trellis.receivables;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.billing.BillableDays;
import care.trellis.billing.ClaimId;
import care.trellis.billing.ClaimRow;
import care.trellis.billing.Claims;
import care.trellis.billing.RemittancePosting;
import care.trellis.billing.Remittances;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.remittances.Adjustment;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.PaidLine;
import care.trellis.engine.x12.remittances.Payment;
import care.trellis.engine.x12.remittances.ProviderAdjustment;
import care.trellis.engine.x12.remittances.Remittance;
import care.trellis.engine.x12.remittances.RemittanceWriter;
import care.trellis.testing.Clinic;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends claims, lets an invented payer answer them, and reads the accounts. */
public class Books {

    static final long CHARGE = 31_500;
    private static final LocalDate MONDAY = Clinic.MONDAY;

    private final Claims claims;
    private final Remittances remittances;
    private final TransferRecords transfers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Books(
            Claims claims,
            Remittances remittances,
            TransferRecords transfers,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.claims = claims;
        this.remittances = remittances;
        this.transfers = transfers;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Sends everything that can be billed. */
    public void send(Clinic.Ward ward) {
        ward.in(() ->
                claims.submit(
                        ward.permit(Action.CLAIM_SUBMIT),
                        Ids.next(),
                        claims.ready(ward.permit(Action.CLAIM_VIEW)).all()));
    }

    /** The payer denies the claim of {@link BillableDays#twoOfMaya}: no authorization. */
    void deny(Clinic.Ward ward, String claim) {
        post(
                ward,
                check(
                        "T-1",
                        List.of(),
                        answer(
                                claim,
                                "4",
                                line(claim, 1, 0, off("CO", "197", CHARGE)),
                                line(claim, 2, 0, off("CO", "197", CHARGE)))));
    }

    List<ClaimRow> claims(Clinic.Ward ward) {
        return ward.in(() -> claims.list(ward.permit(Action.CLAIM_VIEW), 0));
    }

    ClaimId claim(Clinic.Ward ward) {
        return claims(ward).getFirst().id();
    }

    /** A line of the claim, paid, with the rest taken off as said. */
    public static PaidLine line(String claim, int number, long paid, Adjustment... adjustments) {
        return new PaidLine(
                "S9480",
                List.of(),
                "0905",
                MONDAY.plusDays(number == 1 ? 0 : 2),
                BigDecimal.ONE,
                CHARGE,
                paid,
                List.of(adjustments),
                claim + "-" + number,
                List.of());
    }

    public static Adjustment off(String group, String reason, long cents) {
        return new Adjustment(group, reason, cents, null);
    }

    public static PaidClaim answer(String claim, String status, PaidLine... lines) {
        return new PaidClaim(
                claim,
                status,
                Arrays.stream(lines).mapToLong(PaidLine::chargeCents).sum(),
                Arrays.stream(lines).mapToLong(PaidLine::paidCents).sum(),
                0,
                "PCN-" + claim,
                List.of(),
                List.of(lines),
                List.of());
    }

    /** The same answer with every amount turned around. */
    public static PaidClaim reversal(PaidClaim of) {
        var lines =
                of.lines().stream()
                        .map(line ->
                                new PaidLine(
                                        line.procedure(),
                                        line.modifiers(),
                                        line.revenueCode(),
                                        line.date(),
                                        line.units(),
                                        -line.chargeCents(),
                                        -line.paidCents(),
                                        line.adjustments().stream()
                                                .map(it ->
                                                        off(it.group(), it.reason(), -it.cents()))
                                                .toList(),
                                        line.controlNumber(),
                                        line.remarks()))
                        .toArray(PaidLine[]::new);
        return answer(of.patientControlNumber(), "22", lines);
    }

    public static byte[] check(
            String trace, List<ProviderAdjustment> adjustments, PaidClaim... answers) {
        return check(new Party("ACME HEALTH", "XV", "ACME1"), trace, adjustments, answers);
    }

    /** A check of another payer. */
    public static byte[] check(
            Party payer, String trace, List<ProviderAdjustment> adjustments, PaidClaim... answers) {
        long paid =
                Arrays.stream(answers).mapToLong(PaidClaim::paidCents).sum()
                        - adjustments.stream().mapToLong(ProviderAdjustment::cents).sum();
        var payment =
                new Payment(
                        payer,
                        new Party("NORTHGATE", "XX", "1234567893"),
                        trace,
                        "CHK",
                        MONDAY.plusDays(20),
                        paid);
        return RemittanceWriter.write(
                        "ACME1",
                        "1234567893",
                        Math.abs(trace.hashCode() % 900_000) + 1,
                        LocalDateTime.of(2026, 3, 20, 9, 5),
                        List.of(new Remittance(payment, List.of(answers), adjustments)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    public RemittancePosting post(Clinic.Ward ward, byte[] file) {
        return ward.in(() ->
                remittances.post(
                        ward.permit(Action.REMITTANCE_POST), Ids.next(), "answer.835", file));
    }

    /** What an account holds: debits less credits. */
    long account(Clinic.Ward ward, String account) {
        return number(
                ward,
                """
                select coalesce(sum(case :account when debit then cents when credit then -cents else 0 end), 0)
                from receivables.transfer where organization_id = :organization
                """,
                account);
    }

    /** What came with one check. */
    long cash(Clinic.Ward ward, String trace) {
        return number(
                ward,
                """
                select coalesce(sum(case 'CASH' when debit then cents when credit then -cents else 0 end), 0)
                from receivables.transfer t
                join billing.public_remittance r on r.organization_id = t.organization_id and r.id = t.remittance_id
                where t.organization_id = :organization and r.trace = :account
                """,
                trace);
    }

    private long number(Clinic.Ward ward, String sql, String account) {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql(sql)
                                .param("organization", ward.organization().value())
                                .param("account", account)
                                .query(Long.class)
                                .single()));
    }

    /** How many kept figures are not what the events say. */
    int astray(Clinic.Ward ward) {
        return ward.in(() -> transaction.execute(status -> transfers.astray()));
    }
}
