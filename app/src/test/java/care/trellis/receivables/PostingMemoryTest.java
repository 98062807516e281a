package care.trellis.receivables;

import static care.trellis.receivables.Books.answer;
import static care.trellis.receivables.Books.check;
import static care.trellis.receivables.Books.line;
import static care.trellis.receivables.Books.off;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Ids;
import care.trellis.billing.BillableDays;
import care.trellis.billing.RemittancePosting;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What posting a check of very many claims holds in memory at once. */
@TrellisTest
@Import({BillableDays.class, Books.class})
class PostingMemoryTest {

    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final int PAUSE_MILLIS = 100;

    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired Books books;

    @Test
    void ten_times_the_claims_are_not_held_at_once() throws Exception {
        var ward = clinic.open();
        days.reachable(ward);
        claims(ward, clinic.maya(ward), FEW + MANY);
        var few = file("T-1", 0, FEW);
        var many = file("T-2", FEW, MANY);

        long forFew = held(ward, few, FEW);
        long forMany = held(ward, many, MANY);

        System.out.printf(
                "posting held %,d kB for %,d claims (a file of %,d kB) and %,d kB for %,d (%,d kB)%n",
                forFew >> 10, FEW, few.length >> 10, forMany >> 10, MANY, many.length >> 10);
        // To hold every claim at once takes some sixteen times the file.
        assertThat(forMany - forFew).isLessThan(8L * many.length);
    }

    /** The most that stayed reachable while the file was posted, less what was before. */
    private long held(Clinic.Ward ward, byte[] file, int claims) throws Exception {
        long before = reachable();
        long most = before;
        try (var biller = Executors.newSingleThreadExecutor()) {
            var posting = biller.submit(() -> books.post(ward, file));
            while (!posting.isDone()) {
                most = Math.max(most, reachable());
                Thread.sleep(PAUSE_MILLIS);
            }
            assertThat(posting.get())
                    .isInstanceOfSatisfying(
                            RemittancePosting.Posted.class,
                            posted -> assertThat(posted.matched()).isEqualTo(claims));
        }
        return most - before;
    }

    private static long reachable() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static byte[] file(String trace, int from, int claims) {
        return check(
                trace,
                List.of(),
                IntStream.range(from, from + claims)
                        .mapToObj(PostingMemoryTest::paid)
                        .toArray(PaidClaim[]::new));
    }

    private static PaidClaim paid(int number) {
        var claim = "MANY-" + number;
        return answer(
                claim, "1", line(claim, 1, 25_000, off("CO", "45", 5_000), off("PR", "3", 1_500)));
    }

    /** Claims of one line each that went out long ago. */
    private void claims(Clinic.Ward ward, Clinic.Client client, int count) throws SQLException {
        var file = Ids.next();
        clinic.write(
                ward,
                """
                insert into billing.file (organization_id, id, kind, direction, name, sha256, content, at, account_id)
                values (?, ?, '837I', 'OUT', 'sent.837', ''::bytea, ''::bytea, now(), ?)
                """,
                ward.organization().value(),
                file,
                ward.leadAccount());
        clinic.write(
                ward,
                """
                with sent as (
                    insert into billing.claim (organization_id, id, number, client_id, contract_id, file_id, form,
                        from_date, through_date, charge_cents, submitted_at)
                    select ?, gen_random_uuid(), 'MANY-' || n, ?, ?, ?, '837I', date '1990-01-01' + n,
                           date '1990-01-01' + n, 31500, now()
                    from generate_series(0, ? - 1) n
                    returning organization_id, id, client_id, from_date)
                insert into billing.claim_line (organization_id, id, claim_id, number, client_id, local_date,
                    procedure_code, revenue_code, modifiers, units, charge_cents)
                select organization_id, gen_random_uuid(), id, 1, client_id, from_date, 'S9480', '0905', '{}', 1, 31500
                from sent
                """,
                ward.organization().value(),
                client.id(),
                ward.contract(),
                file,
                count);
    }
}
