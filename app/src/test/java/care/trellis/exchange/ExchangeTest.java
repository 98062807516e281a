package care.trellis.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.SettableClock;
import care.trellis.billing.BillableDays;
import care.trellis.billing.ClaimRow;
import care.trellis.billing.ClaimStatus;
import care.trellis.billing.ClaimStatuses;
import care.trellis.billing.Claims;
import care.trellis.billing.Remittances;
import care.trellis.billing.StatusAnswer;
import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.Member;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.Receiver;
import care.trellis.engine.x12.Submitter;
import care.trellis.engine.x12.acknowledgments.AcknowledgmentWriter;
import care.trellis.engine.x12.acknowledgments.Fault;
import care.trellis.engine.x12.acknowledgments.GroupAcknowledgment;
import care.trellis.engine.x12.acknowledgments.SetAcknowledgment;
import care.trellis.engine.x12.remittances.Adjustment;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.PaidLine;
import care.trellis.engine.x12.remittances.Payment;
import care.trellis.engine.x12.remittances.Remittance;
import care.trellis.engine.x12.remittances.RemittanceWriter;
import care.trellis.engine.x12.statuses.Status;
import care.trellis.engine.x12.statuses.StatusReport;
import care.trellis.engine.x12.statuses.StatusWriter;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Files from outside are kept as they came, taken by what they hold, or set apart. */
@TrellisTest
@Import(BillableDays.class)
class ExchangeTest {

    private static final String NUMBER = "000000001-1";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired Claims claims;
    @Autowired Remittances remittances;
    @Autowired Exchange exchange;
    @Autowired ClaimStatuses statuses;
    @Autowired Folder folder;
    @Autowired Courier courier;
    @Autowired SettableClock clock;
    @TempDir Path outside;

    Clinic.Ward ward;

    @BeforeEach
    void givenAClaimThatWentOut() {
        ward = clinic.open();
        days.reachable(ward);
        var maya = clinic.maya(ward);
        days.week(ward, maya, Clinic.MONDAY);
        days.billable(ward, maya, Clinic.MONDAY);
        clock.set(Instant.parse("2026-03-09T14:05:00Z"));
        ward.in(() ->
                claims.submit(
                        ward.permit(Action.CLAIM_SUBMIT),
                        Ids.next(),
                        claims.ready(ward.permit(Action.CLAIM_VIEW)).all()));
    }

    private Arrival receive(String content) {
        return ward.in(() ->
                exchange.receive(
                        ward.permit(Action.REMITTANCE_POST),
                        Arrival.Source.UPLOAD,
                        "answer.x12",
                        content.getBytes(StandardCharsets.US_ASCII)));
    }

    private ClaimRow claim() {
        return ward.in(() -> claims.list(ward.permit(Action.CLAIM_VIEW), 0)).getFirst();
    }

    private static Interchange answering() {
        return new Interchange(
                new Submitter("Acme", "ACME1", "Help Desk", "9195550100"),
                new Receiver("Northgate", "1234567893"),
                77,
                LocalDateTime.of(2026, 3, 10, 9, 0),
                true);
    }

    private static String formCheck(String control, boolean accepted) {
        var faults =
                accepted
                        ? List.<Fault>of()
                        : List.of(new Fault("CLM", 22, "2300", "8", NUMBER, List.of()));
        return AcknowledgmentWriter.write(
                answering(),
                List.of(
                        new GroupAcknowledgment(
                                "HC",
                                control,
                                accepted ? "A" : "R",
                                1,
                                1,
                                accepted ? 1 : 0,
                                List.of(
                                        new SetAcknowledgment(
                                                "837",
                                                "0001",
                                                accepted ? "A" : "R",
                                                faults,
                                                List.of())))));
    }

    private static String claimCheck(String number, String category, String action) {
        return StatusWriter.answer(
                answering(),
                new Party("Acme", "PI", "ACME1"),
                new Party("Northgate", "XX", "1234567893"),
                "1",
                List.of(
                        new StatusReport(
                                true,
                                StatusReport.Level.CLAIM,
                                number,
                                new Member("LOPEZ", "MAYA", "M123", null, null),
                                null,
                                DAY,
                                DAY,
                                List.of(new Status(category, "20", null, DAY, action, null)),
                                List.of())));
    }

    private static String remittance(String npi) {
        return remittance(npi, DAY, 25_000);
    }

    /** Pays the claim of the day, or less of it. */
    static String remittance(String npi, LocalDate day, long cents) {
        var line =
                new PaidLine(
                        "S9480",
                        List.of(),
                        "0905",
                        Clinic.MONDAY,
                        BigDecimal.ONE,
                        31_500,
                        cents,
                        List.of(new Adjustment("CO", "45", 31_500 - cents, null)),
                        NUMBER + "-1",
                        List.of());
        return RemittanceWriter.write(
                "ACME1",
                "1234567893",
                5,
                LocalDateTime.of(2026, 3, 20, 9, 5),
                List.of(
                        new Remittance(
                                new Payment(
                                        new Party("ACME HEALTH", "XV", "ACME1"),
                                        new Party("NORTHGATE", "XX", npi),
                                        "T-1",
                                        "CHK",
                                        day,
                                        cents),
                                List.of(
                                        new PaidClaim(
                                                NUMBER,
                                                "1",
                                                31_500,
                                                cents,
                                                0,
                                                "PCN",
                                                List.of(),
                                                List.of(line),
                                                List.of())),
                                List.of())));
    }

    @Test
    void a_form_check_that_was_passed_says_so_on_each_claim() {
        var arrival = receive(formCheck("1", true));
        assertThat(arrival.state()).isEqualTo(Arrival.State.TAKEN);
        assertThat(arrival.kinds()).containsExactly("999");
        assertThat(claim().status()).isEqualTo(ClaimStatus.ACCEPTED);
    }

    @Test
    void the_payers_answer_where_a_claim_stands_is_shown_on_the_claim() {
        ward.in(() -> statuses.ask(ward.permit(Action.CLAIM_SUBMIT), Ids.next(), claim().id()));

        var arrival = receive(standing("S000000002"));

        assertThat(arrival.state()).isEqualTo(Arrival.State.TAKEN);
        assertThat(receive(standing("S000000009")).state()).isEqualTo(Arrival.State.QUARANTINED);
        assertThat(ward.in(() -> statuses.of(ward.permit(Action.CLAIM_VIEW), claim().id())))
                .extracting(StatusAnswer::words)
                .containsExactlyInAnyOrder("In process (P1 20)", "The payer was asked");
    }

    private static String standing(String trace) {
        return StatusWriter.answer(
                answering(),
                new Party("Acme", "PI", "ACME1"),
                new Party("Northgate", "XX", "1234567893"),
                "1",
                List.of(
                        new StatusReport(
                                false,
                                StatusReport.Level.CLAIM,
                                trace,
                                new Member("LOPEZ", "MAYA", "M123", null, null),
                                "PCN-9",
                                DAY,
                                DAY,
                                List.of(new Status("P1", "20", null, DAY, "", null)),
                                List.of())));
    }

    @Test
    void a_refused_form_sends_the_claim_back_with_the_place() {
        receive(formCheck("1", false));
        assertThat(claim().status()).isEqualTo(ClaimStatus.REJECTED);
        var detail = ward.in(() -> claims.open(ward.permit(Action.CLAIM_VIEW), claim().id()));
        assertThat(detail.reports().getFirst().words())
                .isEqualTo(
                        "The receiver refused the form: CLM in loop 2300 at segment 22 of claim "
                                + NUMBER);
    }

    @Test
    void a_claim_check_moves_one_claim_and_the_last_word_counts() {
        receive(formCheck("1", true));
        clock.set(Instant.parse("2026-03-10T15:05:00Z"));
        receive(claimCheck(NUMBER, "A7", "U"));
        assertThat(claim().status()).isEqualTo(ClaimStatus.REJECTED);
        clock.set(Instant.parse("2026-03-11T15:05:00Z"));
        receive(claimCheck(NUMBER, "A2", "WQ"));
        assertThat(claim().status()).isEqualTo(ClaimStatus.ACCEPTED);
    }

    @Test
    void a_remittance_is_posted_and_the_same_bytes_are_set_apart() {
        assertThat(receive(remittance("1234567893")).state()).isEqualTo(Arrival.State.TAKEN);
        assertThat(claim().status()).isEqualTo(ClaimStatus.PAID);
        var again = receive(remittance("1234567893"));
        assertThat(again.state()).isEqualTo(Arrival.State.QUARANTINED);
        assertThat(again.words().getFirst()).contains("came before");
        assertThat(ward.in(() -> remittances.list(ward.permit(Action.REMITTANCE_VIEW), 0)))
                .hasSize(1);
    }

    @Test
    void what_is_not_ours_unknown_or_broken_is_set_apart_with_the_reason() {
        var reasons =
                Map.of(
                        "not X12 at all",
                        "",
                        remittance("1679576722"),
                        "another provider",
                        claimCheck("STRANGE-1", "A2", "WQ"),
                        "Nothing in it is about",
                        formCheck("4711", true),
                        "Nothing in it is about",
                        remittance("1234567893").replace("SE*", "SE*9"),
                        "Line ",
                        remittance("1234567893").substring(0, 400),
                        "Line ",
                        new String(sent(), StandardCharsets.US_ASCII),
                        "takes by itself");
        reasons.forEach((content, reason) -> {
            var arrival = receive(content);
            assertThat(arrival.state()).isEqualTo(Arrival.State.QUARANTINED);
            assertThat(arrival.words().getFirst()).contains(reason);
        });
        assertThat(claim().status()).isEqualTo(ClaimStatus.SENT);
        assertThat(ward.in(() -> exchange.waiting(ward.permit(Action.REMITTANCE_VIEW))))
                .hasSize(reasons.size());
    }

    private byte[] sent() {
        return ward.in(() -> {
            var permit = ward.permit(Action.CLAIM_VIEW);
            return claims.download(permit, claims.files(permit).getFirst().id()).content();
        });
    }

    @Test
    void a_file_is_given_back_byte_for_byte() {
        var content = remittance("1234567893");
        var arrival = receive(content);
        assertThat(
                        ward.in(() ->
                                exchange.download(
                                        ward.permit(Action.REMITTANCE_VIEW), arrival.id())))
                .isEqualTo(content.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void what_waits_can_be_set_aside_or_looked_at_again() {
        var broken = receive("broken");
        var foreign = receive(formCheck("4711", true));
        ward.run(() -> {
            var permit = ward.permit(Action.REMITTANCE_POST);
            exchange.setAside(permit, broken.id(), "A test of theirs");
            assertThat(exchange.again(permit, foreign.id()).state())
                    .isEqualTo(Arrival.State.QUARANTINED);
        });
        assertThat(ward.in(() -> exchange.waiting(ward.permit(Action.REMITTANCE_VIEW))))
                .extracting(Arrival::id)
                .containsExactly(foreign.id());
    }

    @Test
    void a_watched_folder_is_emptied_into_taken_and_waiting() throws IOException {
        Files.writeString(outside.resolve("good.835"), remittance("1234567893"));
        Files.writeString(outside.resolve("bad.txt"), "broken");
        Files.writeString(outside.resolve("fresh.835"), "half of");
        for (var name : List.of("good.835", "bad.txt")) {
            Files.setLastModifiedTime(
                    outside.resolve(name), FileTime.from(Instant.parse("2026-03-09T13:00:00Z")));
        }
        Files.setLastModifiedTime(
                outside.resolve("fresh.835"), FileTime.from(Instant.parse("2026-03-09T14:04:59Z")));
        int received = ward.in(() -> take());
        assertThat(received).isEqualTo(2);
        assertThat(outside.resolve("fresh.835")).exists();
        assertThat(outside.resolve("taken")).isDirectoryContaining("glob:**good.835");
        assertThat(outside.resolve("waiting")).isDirectoryContaining("glob:**bad.txt");
        assertThat(claim().status()).isEqualTo(ClaimStatus.PAID);
    }

    private int take() {
        try {
            return folder.take(ward.permit(Action.REMITTANCE_POST), outside);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_clearinghouse_gets_claims_once_and_its_answers_come_in_once()
            throws IOException, GeneralSecurityException {
        Files.createDirectories(outside.resolve("claims"));
        Files.createDirectories(outside.resolve("answers"));
        Files.writeString(outside.resolve("answers/era.835"), remittance("1234567893"));
        try (var server = server()) {
            var key = server.getKeyPairProvider().loadKeys(null).iterator().next();
            var pinned = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
            line(server.getPort(), pinned);
            carry();
            assertThat(outside.resolve("claims")).isDirectoryContaining("glob:**000000001.837");
            assertThat(claim().status()).isEqualTo(ClaimStatus.PAID);

            Files.delete(outside.resolve("claims/837I-000000001.837"));
            carry();
            assertThat(outside.resolve("claims")).isEmptyDirectory();
            assertThat(ward.in(() -> exchange.newest(ward.permit(Action.REMITTANCE_VIEW))))
                    .hasSize(1);
        }
    }

    @Test
    void a_server_that_shows_another_key_gets_nothing_and_the_line_says_so() throws IOException {
        Files.createDirectories(outside.resolve("claims"));
        Files.createDirectories(outside.resolve("answers"));
        try (var server = server()) {
            line(server.getPort(), "SHA256:" + "A".repeat(43));
            carry();
        }
        assertThat(outside.resolve("claims")).isEmptyDirectory();
        assertThat(lines().getFirst().lastProblem()).contains("another key");
    }

    @Test
    void a_server_that_is_away_is_said_on_the_line_and_hides_nothing() {
        line(1, "SHA256:" + "A".repeat(43));
        carry();
        assertThat(lines().getFirst().lastProblem()).contains("could not be reached");
        assertThat(claim().status()).isEqualTo(ClaimStatus.SENT);
    }

    private SshServer server() throws IOException {
        var server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setPasswordAuthenticator(
                (user, password, session) -> user.equals("clinic") && password.equals("secret"));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(outside));
        server.start();
        return server;
    }

    private void line(int port, String fingerprint) {
        ward.run(() ->
                courier.save(
                        ward.permit(Action.ORGANIZATION_EDIT),
                        new Line(
                                Ids.next(),
                                "Example Clearinghouse",
                                "127.0.0.1",
                                port,
                                "clinic",
                                fingerprint,
                                "/claims",
                                "/answers",
                                List.of(),
                                true,
                                null,
                                null),
                        "secret"));
    }

    private void carry() {
        ward.run(() -> courier.run(ward.permit(Action.REMITTANCE_POST)));
    }

    private List<Line> lines() {
        return ward.in(() -> courier.lines(ward.permit(Action.REMITTANCE_VIEW)));
    }
}
