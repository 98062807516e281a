package care.trellis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.Trellis;
import care.trellis.approvals.Approval;
import care.trellis.approvals.Approvals;
import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.Authorizations;
import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.SettableClock;
import care.trellis.billing.ClaimRow;
import care.trellis.billing.ClaimStatus;
import care.trellis.billing.Claims;
import care.trellis.demo.story.AnswerKey;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Planted;
import care.trellis.demo.story.Story;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.X12Reader;
import care.trellis.engine.x12.claims.Claim;
import care.trellis.engine.x12.claims.ClaimReader;
import care.trellis.engine.x12.remittances.RemittanceReader;
import care.trellis.ledger.Ledger;
import care.trellis.receivables.Receivables;
import care.trellis.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** A small clinic: two weeks and the present one, eight people. */
@SpringBootTest(
        classes = Trellis.class,
        properties = {"trellis.demo=true", "trellis.jobs=false"})
@Import(ClinicMakerTest.AnotherClock.class)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClinicMakerTest {

    /** The application's own test parts are on the class path and ask for one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class AnotherClock {

        @Bean
        SettableClock settableClock() {
            return new SettableClock(THURSDAY_AFTERNOON);
        }
    }

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant THURSDAY_AFTERNOON = Instant.parse("2026-03-05T20:00:00Z");

    @Autowired ClinicMaker maker;
    @Autowired StoryClock clock;
    @Autowired Ledger ledger;
    @Autowired Claims claims;
    @Autowired Approvals approvals;
    @Autowired Receivables receivables;
    @Autowired Authorizations authorizations;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private Clinic clinic;

    @BeforeAll
    void make() {
        clinic = made("first.example");
    }

    @Test
    void the_ledger_says_of_each_planted_day_what_the_answer_key_says() {
        for (var planted : AnswerKey.of(clinic.plan()).planted()) {
            if (planted.state() == null) {
                continue;
            }
            var person =
                    clinic.plan().people().stream()
                            .filter(it -> planted.people().contains(it.person().name()))
                            .findFirst()
                            .orElseThrow();
            var reasons =
                    in(
                            clinic,
                            () ->
                                    ledger.reasons(
                                            clinic.badges().of(Colleague.DANA, Action.LEDGER_VIEW),
                                            clinic.stay(person).client(),
                                            planted.date()));
            assertThat(reasons.state().name()).as(planted.kind().name()).isEqualTo(planted.state());
            assertThat(reasons.reason()).as(planted.kind().name()).isNotNull();
            assertThat(reasons.reason().code()).isEqualTo(planted.reason());
            if (planted.kind() == Planted.Kind.LATE_BY_A_MINUTE) {
                assertThat(reasons.attended()).isEqualTo(179);
                assertThat(reasons.reason().fix()).contains("1 more minute");
            }
        }
    }

    @Test
    void the_authorization_that_ends_tomorrow_is_due() {
        var due =
                in(
                        clinic,
                        () ->
                                authorizations.current(
                                        clinic.badges()
                                                .of(Colleague.UMA, Action.AUTHORIZATION_VIEW),
                                        LocalDate.of(2026, 3, 5),
                                        LocalDate.of(2026, 3, 5)));

        assertThat(due)
                .filteredOn(it -> !it.to().isAfter(LocalDate.of(2026, 3, 6)))
                .extracting(Authorization::client)
                .contains(clinic.stay(clinic.plan().endsTomorrow()).client());
    }

    @Test
    void days_are_asked_for_by_file_and_granted_by_file() {
        var see = clinic.badges().of(Colleague.UMA, Action.AUTHORIZATION_VIEW);
        var day = LocalDate.of(2026, 3, 5);
        var asked =
                in(
                        clinic,
                        () ->
                                authorizations.current(see, day, day).stream()
                                        .flatMap(one ->
                                                approvals.of(see, one.client(), one.id()).stream())
                                        .toList());

        assertThat(asked)
                .isNotEmpty()
                .extracting(Approval::state)
                .containsOnly(Approval.State.ANSWERED);
    }

    @Test
    void one_claim_is_denied_and_others_are_paid() {
        var rows =
                in(
                        clinic,
                        () -> claims.list(clinic.badges().of(Colleague.BEN, Action.CLAIM_VIEW), 0));

        assertThat(rows)
                .filteredOn(row -> row.status() == ClaimStatus.DENIED)
                .extracting(ClaimRow::client)
                .containsExactly(clinic.stay(clinic.plan().denied()).client());
        assertThat(rows)
                .extracting(ClaimRow::status)
                .contains(ClaimStatus.PAID, ClaimStatus.ACCEPTED);
    }

    /** The key is added up from the files alone, by nothing that keeps books. */
    @Test
    void what_payers_and_clients_owe_is_what_the_files_say_to_the_cent() throws IOException {
        long[] payers = {0};
        long[] clients = {0};
        for (var file : files()) {
            if (file.getKey().equals("835")) {
                for (var remittance :
                        RemittanceReader.read(new ByteArrayInputStream(file.getValue()))
                                .remittances()) {
                    for (var claim : remittance.claims()) {
                        for (var line : claim.lines()) {
                            payers[0] -= line.paidCents();
                            for (var off : line.adjustments()) {
                                payers[0] -= off.reason().matches("45|2|3") ? off.cents() : 0;
                                clients[0] += off.group().equals("PR") ? off.cents() : 0;
                            }
                        }
                    }
                }
            } else {
                ClaimReader.stream(
                        new ByteArrayInputStream(file.getValue()),
                        X12Reader.LIMIT_BYTES,
                        (provider, claim) -> {
                            long left = left(claim);
                            payers[0] += left > 0 ? left : claim.chargeCents();
                            clients[0] -= left;
                        },
                        new Problems());
            }
        }
        var overview =
                in(
                        clinic,
                        () ->
                                receivables.overview(
                                        clinic.badges().of(Colleague.BEN, Action.RECEIVABLE_VIEW)));
        assertThat(payers[0]).isPositive();
        assertThat(overview.open().cents()).isEqualTo(payers[0]);
        assertThat(overview.clients().cents()).isEqualTo(clients[0]);
        assertThat(overview.unmatched().cents()).isZero();
    }

    /** What the payer before left, of a claim to the second payer. */
    private static long left(Claim claim) {
        return claim.lines().stream()
                .flatMap(line -> line.adjudications().stream())
                .mapToLong(decided -> decided.remainingCents())
                .sum();
    }

    private List<Map.Entry<String, byte[]>> files() {
        return in(
                clinic,
                () ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                """
                                                select kind, content from billing.file
                                                where organization_id = ?
                                                """)
                                        .param(clinic.organization().value())
                                        .query((row, number) ->
                                                Map.entry(row.getString(1), row.getBytes(2)))
                                        .list()));
    }

    @Test
    void one_seed_and_one_anchor_make_one_clinic() {
        assertThat(published(made("second.example"))).isEqualTo(published(clinic));
    }

    @Test
    void afterwards_the_clock_shows_the_real_time() {
        assertThat(clock.instant()).isAfter(THURSDAY_AFTERNOON);
    }

    private Clinic made(String domain) {
        return maker.make(
                new Story(7, MONDAY, 2, 8, domain, THURSDAY_AFTERNOON), (week, weeks) -> {});
    }

    /** What the rooms publish of the clinic, without ids. */
    private String published(Clinic made) {
        return in(
                made,
                () ->
                        jdbc.sql(
                                        """
                                        with people as (
                                            select id, record_number || given_name || family_name as who
                                            from clients.public_client where organization_id = :organization),
                                        facts as (
                                            select who || e.admitted_on || coalesce(e.discharged_on::text, '') as fact
                                            from episodes.public_episode e join people on people.id = e.client_id
                                            where e.organization_id = :organization
                                            union all
                                            select who || m.local_date || m.status || coalesce(m.arrived_at::text, '')
                                                || coalesce(m.left_at::text, '')
                                            from attendance.public_mark m join people on people.id = m.client_id
                                            where m.organization_id = :organization
                                            union all
                                            select who || n.local_date || n.signed_at || n.printed_name
                                            from notes.public_signed n join people on people.id = n.client_id
                                            where n.organization_id = :organization
                                            union all
                                            select who || d.local_date || d.claimed_cents || ' ' || d.paid_cents
                                            from billing.public_day d join people on people.id = d.client_id
                                            where d.organization_id = :organization)
                                        select count(*) || ' ' || md5(string_agg(fact, '|' order by fact)) from facts
                                        """)
                                .param("organization", made.organization().value())
                                .query(String.class)
                                .single());
    }

    private <T> T in(Clinic where, Supplier<T> work) {
        return OrganizationContext.in(
                where.organization(), () -> transaction.execute(status -> work.get()));
    }
}
