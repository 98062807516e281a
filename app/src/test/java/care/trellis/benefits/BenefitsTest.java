package care.trellis.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.benefits.Findings.State;
import care.trellis.clients.ClientId;
import care.trellis.clients.CoverageId;
import care.trellis.clients.Coverages;
import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Receiver;
import care.trellis.engine.x12.Submitter;
import care.trellis.engine.x12.X12Reader;
import care.trellis.engine.x12.benefits.Benefit;
import care.trellis.engine.x12.benefits.BenefitAnswer;
import care.trellis.engine.x12.benefits.BenefitQuestion;
import care.trellis.engine.x12.benefits.BenefitReader;
import care.trellis.engine.x12.benefits.BenefitWriter;
import care.trellis.engine.x12.benefits.Rejection;
import care.trellis.exchange.Arrival;
import care.trellis.exchange.Exchange;
import care.trellis.testing.Clinic;
import care.trellis.testing.Pdf;
import care.trellis.testing.TrellisTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What plans cover: asked by phone and by file, answered once, and asked again in time. */
@TrellisTest
class BenefitsTest {

    private static final Verification.Source PHONE =
            new Verification.Source(Verification.Way.PHONE, "Ann, provider line", "R-4711");

    @Autowired Clinic clinic;
    @Autowired Benefits benefits;
    @Autowired Inquiries inquiries;
    @Autowired Coverages coverages;
    @Autowired Exchange exchange;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvc web;

    Clinic.Ward ward;
    ClientId maya;
    CoverageId coverage;

    @BeforeEach
    void givenAClientWithACard() {
        open(false);
    }

    private void open(boolean part2) {
        ward = clinic.open("BCBSNC_COMMERCIAL_IOP", part2);
        maya = new ClientId(clinic.maya(ward).id());
        coverage =
                ward.in(() -> coverages.of(ward.permit(Action.CLIENT_VIEW), maya)).getFirst().id();
    }

    @Test
    void what_was_said_on_the_phone_is_kept_with_who_said_it() {
        record(PHONE, Findings.nothing(State.ACTIVE)).orThrow();

        var check = ward.in(() -> benefits.of(ward.permit(Action.BENEFIT_VIEW), maya)).getFirst();
        assertThat(check.source()).isEqualTo(PHONE);
        assertThat(check.by()).isEqualTo("Maria Ortiz");
        assertThat(due()).isEmpty();
    }

    @Test
    void a_call_without_a_name_and_a_reference_is_refused() {
        var nobody = new Verification.Source(Verification.Way.PHONE, "", "");

        assertThat(record(nobody, Findings.nothing(State.ACTIVE)))
                .isInstanceOfSatisfying(
                        Change.Refused.class, refused -> assertThat(refused.problems()).hasSize(2));
    }

    @Test
    void it_is_asked_again_after_a_month_and_when_the_card_changes() {
        assertThat(due()).extracting(Due::why).containsExactly(Recheck.NEVER);

        record(PHONE, Findings.nothing(State.ACTIVE)).orThrow();
        clock.advance(Duration.ofDays(2));
        var card = ward.in(() -> coverages.of(ward.permit(Action.CLIENT_VIEW), maya)).getFirst();
        var terms = card.terms();
        ward.in(() ->
                coverages.change(
                        ward.permit(Action.COVERAGE_EDIT),
                        maya,
                        coverage,
                        new care.trellis.clients.Coverage.Terms(
                                terms.contractId(),
                                terms.payerName(),
                                "M99999",
                                "",
                                1,
                                terms.from(),
                                null)));
        assertThat(due()).extracting(Due::why).containsExactly(Recheck.CHANGED);

        record(PHONE, Findings.nothing(State.ACTIVE)).orThrow();
        clock.advance(Duration.ofDays(31));
        assertThat(due()).extracting(Due::why).containsExactly(Recheck.MONTH);
    }

    @Test
    void a_question_goes_out_once_and_its_answer_is_a_check() throws IOException {
        assertThat(ask().sent()).isEqualTo(1);
        assertThat(ask().left().getFirst().why()).contains("waits for its answer");
        var question = sent().getFirst();
        assertThat(question.member().memberId()).isEqualTo("M12345");
        assertThat(question.serviceTypes()).contains("30", "MH", "CJ");

        var answer = answer(question, List.of(active(), copay(2_500)), List.of());
        assertThat(receive(answer).state()).isEqualTo(Arrival.State.TAKEN);

        var check = ward.in(() -> benefits.of(ward.permit(Action.BENEFIT_VIEW), maya)).getFirst();
        assertThat(check.source().way()).isEqualTo(Verification.Way.FILE);
        assertThat(check.findings().copay()).isEqualTo(new Money(2_500));
        assertThat(due()).isEmpty();
    }

    @Test
    void an_answer_that_nobody_asked_for_is_set_apart() throws IOException {
        ask();
        var question = sent().getFirst();
        var stranger =
                new BenefitQuestion(
                        "00000000000000000000000000000001",
                        question.member(),
                        question.date(),
                        question.serviceTypes());

        var arrived = receive(answer(stranger, List.of(active()), List.of()));

        assertThat(arrived.state()).isEqualTo(Arrival.State.QUARANTINED);
        assertThat(arrived.words().getFirst()).contains("Nobody asked for it");
        assertThat(ward.in(() -> benefits.of(ward.permit(Action.BENEFIT_VIEW), maya))).isEmpty();
    }

    @Test
    void a_refused_question_says_what_to_mend_and_can_be_asked_again() throws IOException {
        ask();
        receive(answer(sent().getFirst(), List.of(), List.of(new Rejection("72", "C"))));

        var covered = ward.in(() -> benefits.covered(ward.permit(Action.BENEFIT_VIEW), maya));
        assertThat(covered.getFirst().rejected()).contains("member id is wrong");
        assertThat(ask().sent()).isEqualTo(1);
    }

    @Test
    void nothing_leaves_for_a_part_2_program_without_a_consent_in_force() {
        open(true);
        clinic.write(
                ward,
                "update clients.consent set revoked_on = '2026-03-01' where organization_id = ?",
                ward.organization().value());

        var asked = ask();

        assertThat(asked.sent()).isZero();
        assertThat(asked.left().getFirst().why()).contains("42 CFR Part 2");
    }

    @Test
    void a_check_is_typed_and_the_estimate_is_given_on_paper() throws Exception {
        var path = "/clients/" + maya.value() + "/benefits";
        var biller = ward.signedIn(Role.BILLER);
        web.perform(
                        get(path + "/checks/new")
                                .param("coverage", coverage.value().toString())
                                .with(biller))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("M12345")));
        web.perform(
                        post(path + "/checks")
                                .param("key", Ids.next().toString())
                                .param("coverage", coverage.value().toString())
                                .param("way", "PHONE")
                                .param("spokeWith", "Ann")
                                .param("reference", "R-1")
                                .param("state", "ACTIVE")
                                .param("deductibleMet", "twelve")
                                .with(biller)
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("twelve")));
        web.perform(
                        post(path + "/checks")
                                .param("key", Ids.next().toString())
                                .param("coverage", coverage.value().toString())
                                .param("way", "PHONE")
                                .param("spokeWith", "Ann")
                                .param("reference", "R-1")
                                .param("state", "ACTIVE")
                                .param("deductible", "600")
                                .param("deductibleMet", "0")
                                .param("deductibleApplies", "true")
                                .param("copay", "25")
                                .param("allowed", "300")
                                .with(biller)
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get(path).with(biller))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Your first day costs about $300.00")))
                .andExpect(content().string(containsString("used up in week 1")));

        var given =
                web.perform(
                                post(path + "/estimates")
                                        .param("key", Ids.next().toString())
                                        .param("days", "3")
                                        .param("weeks", "4")
                                        .param("charge", "315")
                                        .with(biller)
                                        .with(csrf()))
                        .andExpect(redirectedUrlPattern(path + "/estimates/*"))
                        .andReturn();
        var paper =
                web.perform(get(given.getResponse().getRedirectedUrl()).with(biller))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        assertThat(Pdf.words(paper)).contains("What your care is likely to cost you", "Week 4");
    }

    @Test
    void the_list_of_what_is_to_be_checked_asks_every_payer_with_one_press() throws Exception {
        web.perform(get("/benefits").with(ward.signedIn(Role.ADMISSIONS)))
                .andExpect(content().string(containsString("Ask 1 by file")));
        web.perform(post("/benefits/inquiries").with(ward.signedIn(Role.ADMISSIONS)).with(csrf()))
                .andExpect(content().string(containsString("1 question went out")));
    }

    private Change<VerificationId> record(Verification.Source source, Findings findings) {
        return ward.in(() ->
                benefits.record(
                        ward.permit(Action.BENEFIT_EDIT),
                        Ids.next(),
                        maya,
                        coverage,
                        source,
                        findings));
    }

    private List<Due> due() {
        return ward.in(() -> benefits.due(ward.permit(Action.BENEFIT_VIEW)));
    }

    private Asked ask() {
        return ward.in(() ->
                inquiries.ask(
                        ward.permit(Action.BENEFIT_EDIT),
                        List.of(new Inquiries.Question(maya, coverage))));
    }

    private List<BenefitQuestion> sent() throws IOException {
        var content =
                ward.in(() ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                """
                                                select content from billing.public_file
                                                where organization_id = ? and kind = '270'
                                                order by control_number desc limit 1
                                                """)
                                        .param(ward.organization().value())
                                        .query(byte[].class)
                                        .single()));
        var questions = new ArrayList<BenefitQuestion>();
        BenefitReader.questions(
                new ByteArrayInputStream(content),
                X12Reader.LIMIT_BYTES,
                questions::add,
                new Problems());
        return questions;
    }

    private Arrival receive(String text) {
        return ward.in(() ->
                exchange.receive(
                        ward.permit(Action.REMITTANCE_POST),
                        Arrival.Source.UPLOAD,
                        "answer.271",
                        text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String answer(
            BenefitQuestion question, List<Benefit> benefits, List<Rejection> rejections) {
        return BenefitWriter.answer(
                new Interchange(
                        new Submitter("ACME HEALTH", "ACMERECV", "EDI", "3035550100"),
                        new Receiver("NORTHGATE", "1234567893"),
                        77,
                        LocalDateTime.of(2026, 3, 2, 9, 0),
                        true),
                new Party("ACME HEALTH", "PI", "ACME1"),
                new Party("NORTHGATE", "XX", "1234567893"),
                List.of(
                        new BenefitAnswer(
                                question.trace(),
                                question.member(),
                                "ACME HEALTH",
                                "",
                                benefits,
                                rejections)));
    }

    private static Benefit active() {
        return new Benefit(
                "1",
                "",
                List.of("30"),
                "GOLD",
                "",
                null,
                null,
                "",
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private static Benefit copay(long cents) {
        return new Benefit(
                "B",
                "IND",
                List.of("CF"),
                "",
                "27",
                cents,
                null,
                "",
                null,
                null,
                true,
                null,
                List.of(),
                List.of());
    }
}
