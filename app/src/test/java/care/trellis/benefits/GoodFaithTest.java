package care.trellis.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.cashier.Fees;
import care.trellis.cashier.Policy;
import care.trellis.clients.ClientId;
import care.trellis.clients.Restrictions;
import care.trellis.episodes.EpisodeChanged;
import care.trellis.testing.Clinic;
import care.trellis.testing.Pdf;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** By when a good-faith estimate is given, whose it is, and what its paper names. */
@TrellisTest
class GoodFaithTest {

    private static final LocalDate MONDAY = Clinic.MONDAY;

    @Autowired Clinic clinic;
    @Autowired GoodFaith goodFaith;
    @Autowired Restrictions restrictions;
    @Autowired Fees fees;
    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvc web;

    Clinic.Ward ward;
    ClientId maya;

    @BeforeEach
    void givenAClientWhomNoPayerCovers() {
        ward = clinic.open();
        maya = new ClientId(clinic.maya(ward).id());
        write("update clients.coverage set effective_to = '2026-02-01' where organization_id = ?");
    }

    @Test
    void the_law_gives_a_business_day_or_three_by_how_far_ahead_care_was_scheduled() {
        var scheduled = Occasion.SCHEDULED;

        assertThat(scheduled.giveBy(MONDAY, MONDAY.plusDays(2))).isEmpty();
        assertThat(scheduled.giveBy(MONDAY, MONDAY.plusDays(3))).contains(MONDAY.plusDays(1));
        assertThat(scheduled.giveBy(MONDAY, MONDAY.plusDays(11))).contains(MONDAY.plusDays(1));
        assertThat(scheduled.giveBy(MONDAY, MONDAY.plusDays(14))).contains(MONDAY.plusDays(3));
        assertThat(scheduled.giveBy(MONDAY, null)).isEmpty();
    }

    @Test
    void weekends_and_federal_holidays_are_no_business_days() {
        var thursday = LocalDate.of(2026, 7, 2);

        // The Fourth is a Saturday and kept on the Friday.
        assertThat(Occasion.ASKED.giveBy(thursday, null)).contains(LocalDate.of(2026, 7, 8));
        assertThat(Occasion.SCHEDULED.giveBy(thursday, LocalDate.of(2026, 7, 8)))
                .contains(LocalDate.of(2026, 7, 6));
    }

    @Test
    void a_stay_that_lies_ahead_starts_the_clock_once_and_admissions_owns_it() {
        schedule(MONDAY.plusDays(4));
        clock.advance(Duration.ofDays(1));
        schedule(MONDAY.plusDays(4));

        assertThat(owed())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.on()).isEqualTo(MONDAY);
                    assertThat(one.giveBy()).isEqualTo(MONDAY.plusDays(1));
                    assertThat(one.owner()).isEqualTo("Admissions");
                });
    }

    @Test
    void who_has_a_payer_on_the_first_day_is_owed_none() {
        covered();
        schedule(MONDAY.plusDays(14));

        assertThat(owed()).isEmpty();
    }

    @Test
    void whom_the_client_asked_owns_the_answer_and_the_paper_ends_it() throws Exception {
        var path = path();
        var key = Ids.next().toString();
        for (int twice = 0; twice < 2; twice++) {
            web.perform(
                    post(path + "/asked")
                            .param("key", key)
                            .with(ward.signedIn(Role.ADMISSIONS))
                            .with(csrf()));
        }
        assertThat(owed()).extracting(OwedEstimate::owner).containsExactly("Maria Ortiz");
        web.perform(get("/benefits").with(ward.signedIn(Role.ADMISSIONS)))
                .andExpect(content().string(containsString("By Mar 5, 2026")))
                .andExpect(content().string(containsString("The client asked, Mar 2, 2026")));
        web.perform(get(path).with(ward.signedIn(Role.ADMISSIONS)))
                .andExpect(content().string(containsString("is to be given")))
                .andExpect(content().string(not(containsString("beyond the plan"))));

        clock.advance(Duration.ofDays(4));
        web.perform(get("/benefits").with(ward.signedIn(Role.ADMISSIONS)))
                .andExpect(content().string(containsString("Late since Mar 5, 2026")));

        give();
        assertThat(owed()).isEmpty();
        web.perform(get("/benefits").with(ward.signedIn(Role.ADMISSIONS)))
                .andExpect(content().string(not(containsString("Late since"))));
    }

    @Test
    void who_keeps_the_payer_out_pays_alone_and_is_owed_one() {
        covered();
        assertThat(owed()).isEmpty();

        keepOut(MONDAY);

        assertThat(owed())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.occasion()).isEqualTo(Occasion.UNCOVERED);
                    assertThat(one.on()).isEqualTo(MONDAY);
                    assertThat(one.giveBy()).isEqualTo(MONDAY.plusDays(1));
                });
    }

    @Test
    void who_keeps_the_payer_out_from_the_first_day_on_is_owed_one_since_the_scheduling() {
        covered();
        schedule(MONDAY.plusDays(14));
        keepOut(MONDAY.plusDays(14));

        assertThat(owed()).extracting(OwedEstimate::occasion).containsExactly(Occasion.SCHEDULED);
    }

    @Test
    void an_insured_client_who_asks_is_owed_an_estimate_from_the_first_day_that_was()
            throws Exception {
        covered();
        ask();

        assertThat(owed())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.occasion()).isEqualTo(Occasion.ASKED);
                    assertThat(one.firstDay()).isEqualTo(LocalDate.of(2026, 1, 5));
                });
        web.perform(get(path()).with(ward.signedIn(Role.ADMISSIONS)))
                .andExpect(content().string(containsString("Take the question back")))
                .andExpect(
                        content()
                                .string(
                                        not(
                                                containsString(
                                                        "The client asked what it costs</button>"))));
    }

    @Test
    void what_a_client_asked_is_taken_back_once_and_stays_on_record() throws Exception {
        covered();
        ask();
        var question = owed().getFirst().question();

        for (int status : new int[] {302, 404}) {
            web.perform(
                            post(path() + "/asked/" + question + "/withdraw")
                                    .with(ward.signedIn(Role.ADMISSIONS))
                                    .with(csrf()))
                    .andExpect(status().is(status));
        }

        assertThat(owed()).isEmpty();
        String by =
                ward.in(() ->
                        transaction.execute(status ->
                                jdbc.sql("select withdrawn_by from benefits.occasion")
                                        .query(String.class)
                                        .single()));
        assertThat(by).isEqualTo("Maria Ortiz");
    }

    @Test
    void a_new_price_asks_for_a_new_paper_that_says_what_changed() throws Exception {
        give();
        assertThat(owed()).isEmpty();
        var nextMonday = MONDAY.plusDays(7);
        ward.in(() ->
                fees.set(ward.permit(Action.CASHIER_POLICY), Ids.next(), Policy.usual(nextMonday)));

        assertThat(owed())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.occasion()).isEqualTo(Occasion.PRICE);
                    assertThat(one.giveBy()).isEqualTo(nextMonday.minusDays(3));
                });

        clock.advance(Duration.ofDays(1));
        assertThat(Pdf.words(give("240")).replaceAll("\\s+", " "))
                .contains("It takes the place of the estimate of Mar 2, 2026.")
                .contains("A day: $240.00, before $200.00.")
                .contains("Together: $5,760.00, before $4,800.00.");
        assertThat(owed()).isEmpty();
    }

    @Test
    void the_paper_names_codes_diagnosis_provider_place_price_and_rights() throws Exception {
        write(
                """
                insert into episodes.diagnosis (organization_id, id, client_id, code, system, description,
                    diagnosis_class, rank, from_date)
                values (?, ?, ?, 'F33.1', 'ICD-10-CM', 'Major depressive disorder', 'MH', 1, '2026-01-05')
                """,
                Ids.next(),
                maya.value());

        assertThat(Pdf.words(give()).replaceAll("\\s+", " "))
                .contains("F33.1", "HCPCS S9480, revenue 0905", "Adult IOP", "Jan 5, 2026")
                .contains("1234567893", "12-3456789", "1 Main Street, Springfield, NC")
                .contains("24", "$200.00", "$4,800.00")
                .contains("estimate of its own", "scheduled or asked for separately")
                .contains("only an estimate", "twelve months", "may differ")
                .contains(
                        "$400 more", "120 days", "nosurprises", "does not make your care any worse")
                .contains("no contract");
    }

    private String path() {
        return "/clients/" + maya.value() + "/benefits";
    }

    private void ask() throws Exception {
        web.perform(
                post(path() + "/asked")
                        .param("key", Ids.next().toString())
                        .with(ward.signedIn(Role.ADMISSIONS))
                        .with(csrf()));
    }

    private void covered() {
        write("update clients.coverage set effective_to = null where organization_id = ?");
    }

    private void keepOut(LocalDate from) {
        ward.in(() ->
                restrictions.add(
                        ward.permit(Action.CASHIER_EDIT),
                        Ids.next(),
                        maya,
                        null,
                        from,
                        null,
                        MONDAY));
    }

    private byte[] give() throws Exception {
        return give("200");
    }

    private byte[] give(String charge) throws Exception {
        var given =
                web.perform(
                                post(path() + "/estimates")
                                        .param("key", Ids.next().toString())
                                        .param("days", "3")
                                        .param("weeks", "8")
                                        .param("charge", charge)
                                        .with(ward.signedIn(Role.ADMISSIONS))
                                        .with(csrf()))
                        .andReturn();
        return web.perform(
                        get(given.getResponse().getRedirectedUrl())
                                .with(ward.signedIn(Role.ADMISSIONS)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private void schedule(LocalDate firstDay) {
        clinic.write(
                ward,
                "update episodes.episode set admitted_on = ? where organization_id = ?",
                firstDay,
                ward.organization().value());
        ward.run(() ->
                transaction.executeWithoutResult(
                        status -> events.publishEvent(new EpisodeChanged(maya))));
    }

    private List<OwedEstimate> owed() {
        return ward.in(() -> goodFaith.owed(ward.permit(Action.BENEFIT_VIEW)));
    }

    private void write(String sql, Object... more) {
        var values = new Object[more.length + 1];
        values[0] = ward.organization().value();
        System.arraycopy(more, 0, values, 1, more.length);
        clinic.write(ward, sql, values);
    }
}
