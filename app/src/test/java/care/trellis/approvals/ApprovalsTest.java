package care.trellis.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationDecision;
import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.AuthorizationKind;
import care.trellis.authorizations.AuthorizationRequest;
import care.trellis.authorizations.AuthorizationState;
import care.trellis.authorizations.AuthorizationUnit;
import care.trellis.authorizations.Authorizations;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Receiver;
import care.trellis.engine.x12.Submitter;
import care.trellis.engine.x12.X12Reader;
import care.trellis.engine.x12.acknowledgments.AcknowledgmentWriter;
import care.trellis.engine.x12.acknowledgments.Fault;
import care.trellis.engine.x12.acknowledgments.GroupAcknowledgment;
import care.trellis.engine.x12.acknowledgments.InterchangeAcknowledgment;
import care.trellis.engine.x12.acknowledgments.SetAcknowledgment;
import care.trellis.engine.x12.reviews.ReviewAnswer;
import care.trellis.engine.x12.reviews.ReviewDecision;
import care.trellis.engine.x12.reviews.ReviewReader;
import care.trellis.engine.x12.reviews.ReviewRequest;
import care.trellis.engine.x12.reviews.ReviewWriter;
import care.trellis.engine.x12.reviews.ReviewedService;
import care.trellis.exchange.Arrival;
import care.trellis.exchange.Exchange;
import care.trellis.payers.ContractId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Payers are asked by file to authorize, and what they answer stands on the authorization. */
@TrellisTest
class ApprovalsTest {

    private static final LocalDate MONDAY = Clinic.MONDAY;
    private static final LocalDate SUNDAY = MONDAY.plusDays(27);

    @Autowired Clinic clinic;
    @Autowired Approvals approvals;
    @Autowired Authorizations authorizations;
    @Autowired Exchange exchange;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvc web;

    private Clinic.Ward ward;
    private ClientId maya;
    private AuthorizationId asked;
    private int files;

    @BeforeEach
    void givenARequestOnRecord() {
        open(false);
    }

    private void open(boolean part2) {
        ward = clinic.open("BCBSNC_COMMERCIAL_IOP", part2);
        maya = new ClientId(clinic.maya(ward).id());
        asked = record(AuthorizationKind.INITIAL, MONDAY, SUNDAY);
    }

    private AuthorizationId record(AuthorizationKind kind, LocalDate from, LocalDate to) {
        return record(kind, from, to, "S9480");
    }

    private AuthorizationId record(
            AuthorizationKind kind, LocalDate from, LocalDate to, String codes) {
        return ward.in(() ->
                authorizations
                        .request(
                                ward.permit(Action.AUTHORIZATION_EDIT),
                                maya,
                                new AuthorizationRequest(
                                        kind,
                                        new ContractId(ward.contract()),
                                        codes,
                                        AuthorizationUnit.DAY,
                                        12,
                                        from,
                                        to,
                                        MONDAY,
                                        null),
                                Ids.next())
                        .orThrow());
    }

    @Test
    void a_request_goes_out_once_with_what_the_payer_needs() throws IOException {
        var key = Ids.next();
        assertThat(ask(asked, key)).isEmpty();
        assertThat(ask(asked, key)).as("a second press").isEmpty();
        assertThat(ask(asked, Ids.next())).contains("answer is still to come");

        assertThat(sent())
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.member().memberId()).isEqualTo("M12345");
                    assertThat(request.kind()).isEqualTo("I");
                    assertThat(request.diagnoses()).isNotEmpty();
                    assertThat(request.services())
                            .containsExactly(
                                    new ReviewedService(
                                            "S9480", null, 12, "DY", MONDAY, SUNDAY, null));
                });
    }

    @Test
    void a_certified_request_is_granted_with_number_units_and_days() throws IOException {
        ask(asked, Ids.next());
        var granted = decided("A6", "AUTH-9", "", service(8, MONDAY, MONDAY.plusDays(13)));

        assertThat(receive(granted).state()).isEqualTo(Arrival.State.TAKEN);

        var now = now(asked);
        assertThat(now.state().granted()).isTrue();
        assertThat(now.number()).isEqualTo("AUTH-9");
        assertThat(now.granted()).isEqualTo(8);
        assertThat(now.to()).isEqualTo(MONDAY.plusDays(13));
        assertThat(requests().getFirst().words()).contains("otherwise than asked: 8 days");
    }

    @Test
    void a_refusal_is_recorded_with_its_reason() throws IOException {
        ask(asked, Ids.next());

        receive(decided("A3", "", "0V", null));

        assertThat(now(asked).state()).isEqualTo(AuthorizationState.DENIED);
        assertThat(now(asked).denialReason()).isEqualTo("Reason code 0V");
    }

    @Test
    void a_payer_that_still_looks_has_the_last_word_later() throws IOException {
        ask(asked, Ids.next());

        assertThat(receive(decided("A4", "", "", null)).state()).isEqualTo(Arrival.State.TAKEN);
        assertThat(now(asked).state()).isEqualTo(AuthorizationState.REQUESTED);
        assertThat(requests().getFirst().state()).isEqualTo(Approval.State.PENDED);

        receive(decided("A1", "AUTH-9", "", null));
        assertThat(now(asked).granted()).isEqualTo(12);
        assertThat(requests().getFirst().state()).isEqualTo(Approval.State.ANSWERED);
    }

    @Test
    void an_answer_that_came_before_or_to_nobody_is_set_apart() throws IOException {
        ask(asked, Ids.next());
        var first = decided("A1", "AUTH-9", "", null);
        receive(first);

        assertThat(receive(first).state()).as("the same bytes").isEqualTo(QUARANTINED);
        assertThat(receive(decided("A3", "", "", null)).state())
                .as("another answer to what is answered")
                .isEqualTo(QUARANTINED);
        assertThat(now(asked).number()).isEqualTo("AUTH-9");

        var strange =
                new ReviewAnswer(
                        "0123",
                        sent().getFirst().member(),
                        decision("A1", "X1", ""),
                        null,
                        null,
                        List.of(),
                        List.of());
        assertThat(receive(file(strange)).state()).isEqualTo(QUARANTINED);
    }

    private static final Arrival.State QUARANTINED = Arrival.State.QUARANTINED;

    @Test
    void what_came_back_unread_can_be_asked_again() throws IOException {
        ask(asked, Ids.next());
        var question = sent().getFirst();

        receive(
                file(
                        new ReviewAnswer(
                                question.trace(),
                                question.member(),
                                null,
                                null,
                                null,
                                List.of(),
                                List.of("72"))));

        assertThat(requests().getFirst().words()).contains("the member id is wrong");
        assertThat(ask(asked, Ids.next())).isEmpty();
    }

    @Test
    void a_file_that_its_receiver_took_waits_on_for_the_payer() throws Exception {
        ask(asked, Ids.next());

        assertThat(receive(envelope("A", "000")).state()).isEqualTo(Arrival.State.TAKEN);
        assertThat(receive(form("A")).words().toString()).contains("1 question went on");

        assertThat(requests().getFirst().state()).isEqualTo(Approval.State.WAITING);
        assertThat(page(review())).contains("The receiver has it since Mar 2");
    }

    @Test
    void a_file_that_its_receiver_refused_is_mended_and_asked_again() throws Exception {
        ask(asked, Ids.next());

        assertThat(receive(form("R")).state()).isEqualTo(Arrival.State.TAKEN);

        assertThat(requests().getFirst().state()).isEqualTo(Approval.State.RETURNED);
        assertThat(page(review()))
                .contains(
                        "The receiver refused the form: NM1 in loop 2010C at segment 9.",
                        "Mend what the answer names",
                        "href=\"/clients/" + maya.value() + "\"",
                        "Ask the payer again by file");

        assertThat(ask(asked, Ids.next())).isEmpty();
        assertThat(receive(envelope("R", "009", 2)).state()).isEqualTo(Arrival.State.TAKEN);
        assertThat(requests().getFirst().words())
                .isEqualTo("The receiver refused the file's envelope, note 009.");
        assertThat(receive(envelope("R", "009", 77)).state())
                .as("a file that is none of ours")
                .isEqualTo(QUARANTINED);
    }

    @Test
    void what_the_payer_said_is_not_undone_by_what_a_receiver_says_later() throws IOException {
        ask(asked, Ids.next());
        receive(decided("A1", "AUTH-9", "", null));

        receive(form("R"));

        assertThat(requests().getFirst().state()).isEqualTo(Approval.State.ANSWERED);
    }

    @Test
    void certified_in_part_without_a_quantity_is_asked_for_by_a_person() throws IOException {
        ask(asked, Ids.next());

        receive(decided("A2", "AUTH-9", "", null));

        assertThat(now(asked).state()).isEqualTo(AuthorizationState.REQUESTED);
        assertThat(requests().getFirst().words()).contains("does not say how much");
    }

    @Test
    void another_service_than_the_one_asked_for_is_granted_by_a_person() throws IOException {
        ask(asked, Ids.next());

        receive(
                decided(
                        "A1",
                        "AUTH-9",
                        "",
                        new ReviewedService("90853", null, 12, "DY", MONDAY, SUNDAY, null)));

        assertThat(now(asked).state()).isEqualTo(AuthorizationState.REQUESTED);
        assertThat(requests().getFirst().words()).contains("answered differently");
    }

    @Test
    void services_that_share_a_quantity_are_asked_for_and_granted_once() throws IOException {
        asked = record(AuthorizationKind.INITIAL, MONDAY, SUNDAY, "H0015, 90853");
        ask(asked, Ids.next());
        assertThat(sent().getFirst().services())
                .containsExactly(
                        new ReviewedService(null, null, 12, "DY", MONDAY, SUNDAY, null),
                        new ReviewedService("H0015", null, 0, "", MONDAY, SUNDAY, null),
                        new ReviewedService("90853", null, 0, "", MONDAY, SUNDAY, null));

        receive(
                file(
                        new ReviewAnswer(
                                sent().getFirst().trace(),
                                sent().getFirst().member(),
                                decision("A6", "AUTH-9", ""),
                                MONDAY,
                                MONDAY.plusDays(13),
                                List.of(new ReviewedService(null, null, 8, "DY", null, null, null)),
                                List.of())));

        assertThat(now(asked).granted()).isEqualTo(8);
        assertThat(now(asked).to()).isEqualTo(MONDAY.plusDays(13));
    }

    @Test
    void a_quantity_for_each_of_several_services_is_granted_by_a_person() throws IOException {
        asked = record(AuthorizationKind.INITIAL, MONDAY, SUNDAY, "H0015, 90853");
        ask(asked, Ids.next());

        receive(
                file(
                        new ReviewAnswer(
                                sent().getFirst().trace(),
                                sent().getFirst().member(),
                                decision("A6", "AUTH-9", ""),
                                null,
                                null,
                                List.of(
                                        new ReviewedService(
                                                "H0015", null, 6, "DY", MONDAY, SUNDAY, null),
                                        new ReviewedService(
                                                "90853", null, 6, "DY", MONDAY, SUNDAY, null)),
                                List.of())));

        assertThat(now(asked).state()).isEqualTo(AuthorizationState.REQUESTED);
    }

    @Test
    void a_stay_that_goes_on_is_asked_for_under_the_earlier_number() throws IOException {
        ward.in(() ->
                authorizations
                        .decide(
                                ward.permit(Action.AUTHORIZATION_EDIT),
                                maya,
                                asked,
                                new AuthorizationDecision.Approved(
                                        "AUTH-1",
                                        AuthorizationUnit.DAY,
                                        12,
                                        MONDAY,
                                        SUNDAY,
                                        MONDAY,
                                        null))
                        .orThrow());
        var next = record(AuthorizationKind.CONCURRENT, SUNDAY.plusDays(1), SUNDAY.plusDays(28));

        assertThat(ask(asked, Ids.next())).contains("decided already");
        assertThat(ask(next, Ids.next())).isEmpty();

        assertThat(sent().getFirst().kind()).isEqualTo("4");
        assertThat(sent().getFirst().earlierNumber()).isEqualTo("AUTH-1");
    }

    @Test
    void nothing_leaves_of_a_part_2_program_without_consent() {
        open(true);
        clinic.write(
                ward,
                "update clients.consent set revoked_on = '2026-03-01' where organization_id = ?",
                ward.organization().value());

        assertThat(ask(asked, Ids.next())).contains("No consent");
        assertThat(requests()).isEmpty();
    }

    @Test
    void the_page_of_the_review_asks_and_shows_what_came_back() throws Exception {
        var path = review().replaceFirst("/review$", "");
        assertThat(page(path + "/review")).contains("Ask the payer by file");

        var answer =
                web.perform(
                                post(path + "/requests")
                                        .param("key", Ids.next().toString())
                                        .with(csrf())
                                        .with(ward.signedIn(Role.UTILIZATION_REVIEWER)))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getRedirectedUrl()).isEqualTo(path + "/review");
        assertThat(page(path + "/review"))
                .contains("Nothing came back yet", "278-000000001.278")
                .doesNotContain("Ask the payer by file");
        assertThat(page(path + "/requests/1")).startsWith("ISA*").contains("ST*278*");

        receive(decided("A1", "AUTH-9", "", null));
        assertThat(page(path + "/review")).contains("Certified: 12 days.", "AUTH-9");
    }

    private String review() {
        return "/clients/" + maya.value() + "/authorizations/" + asked.value() + "/review";
    }

    private String page(String path) throws Exception {
        return web.perform(get(path).with(ward.signedIn(Role.UTILIZATION_REVIEWER)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String ask(AuthorizationId id, UUID key) {
        return ward.in(() -> approvals.ask(ward.permit(Action.AUTHORIZATION_EDIT), maya, id, key));
    }

    private List<Approval> requests() {
        return ward.in(() -> approvals.of(ward.permit(Action.AUTHORIZATION_VIEW), maya, asked));
    }

    private Authorization now(AuthorizationId id) {
        return ward.in(() -> authorizations.find(ward.permit(Action.AUTHORIZATION_VIEW), maya, id));
    }

    private static ReviewDecision decision(String action, String number, String reason) {
        return new ReviewDecision(action, number, reason);
    }

    private static ReviewedService service(int units, LocalDate from, LocalDate to) {
        return new ReviewedService("S9480", null, units, "DY", from, to, null);
    }

    private String decided(
            String action, String number, String reason, @Nullable ReviewedService service)
            throws IOException {
        var question = sent().getFirst();
        return file(
                new ReviewAnswer(
                        question.trace(),
                        question.member(),
                        decision(action, number, reason),
                        null,
                        null,
                        service == null ? List.of() : List.of(service),
                        List.of()));
    }

    private String file(ReviewAnswer answer) {
        return ReviewWriter.answer(
                answering(),
                new Party("ACME HEALTH", "PI", "ACME1"),
                new Party("NORTHGATE", "XX", "1234567893"),
                List.of(answer));
    }

    private Interchange answering() {
        return new Interchange(
                new Submitter("ACME HEALTH", "ACMERECV", "EDI", "3035550100"),
                new Receiver("NORTHGATE", "1234567893"),
                70 + ++files,
                LocalDateTime.of(2026, 3, 2, 9, 0),
                true);
    }

    private String envelope(String code, String note) {
        return envelope(code, note, 1);
    }

    private String envelope(String code, String note, int control) {
        return AcknowledgmentWriter.write(
                answering(),
                new InterchangeAcknowledgment(
                        "%09d".formatted(control), MONDAY, "0900", code, note));
    }

    private String form(String code) {
        var faults =
                code.equals("R")
                        ? List.of(new Fault("NM1", 9, "2010C", "8", null, List.of()))
                        : List.<Fault>of();
        return AcknowledgmentWriter.write(
                answering(),
                List.of(
                        new GroupAcknowledgment(
                                "HI",
                                "1",
                                code,
                                1,
                                1,
                                code.equals("R") ? 0 : 1,
                                List.of(
                                        new SetAcknowledgment(
                                                "278", "0001", code, faults, List.of())))));
    }

    private List<ReviewRequest> sent() throws IOException {
        var content =
                ward.in(() ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                """
                                                select content from billing.public_file
                                                where organization_id = ? and kind = '278'
                                                order by control_number desc limit 1
                                                """)
                                        .param(ward.organization().value())
                                        .query(byte[].class)
                                        .single()));
        var requests = new ArrayList<ReviewRequest>();
        ReviewReader.stream(
                new ByteArrayInputStream(content),
                X12Reader.LIMIT_BYTES,
                requests::add,
                answer -> {},
                new Problems());
        return requests;
    }

    private Arrival receive(String text) {
        return ward.in(() ->
                exchange.receive(
                        ward.permit(Action.REMITTANCE_POST),
                        Arrival.Source.UPLOAD,
                        "answer.278",
                        text.getBytes(StandardCharsets.US_ASCII)));
    }
}
