package care.trellis.engine.x12.statuses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import care.trellis.engine.x12.Member;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Readers;
import care.trellis.engine.x12.TestFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Member ANA = new Member("ORTEGA", "ANA", "ABC123456789", null, null);
    private static final StatusReport TAKEN =
            claim("C-1", "PCN-1", new Status("A2", "20", null, DAY, "WQ", 82_300L));
    private static final StatusReport REJECTED =
            claim("C-2", null, new Status("A7", "164", "IL", DAY, "U", 82_300L));

    private static StatusReport claim(String number, String payerNumber, Status status) {
        return new StatusReport(
                true,
                StatusReport.Level.CLAIM,
                number,
                ANA,
                payerNumber,
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2026, 11, 8),
                List.of(status),
                List.of());
    }

    private static List<StatusReport> read(byte[] file) throws IOException {
        var reports = new ArrayList<StatusReport>();
        var problems = new Problems();
        StatusReader.stream(new ByteArrayInputStream(file), 1 << 20, reports::add, problems);
        assertThat(problems.hasErrors()).isFalse();
        return reports;
    }

    @Test
    void a_277CA_is_written_as_stored_and_says_which_claims_were_taken() throws IOException {
        var text =
                StatusWriter.answer(
                        Readers.answering(),
                        Readers.PAYER,
                        Readers.PROVIDER,
                        "17",
                        List.of(TAKEN, REJECTED));
        assertThat(text).isEqualTo(TestFiles.ownText("written.277ca"));
        var reports = read(text.getBytes(StandardCharsets.US_ASCII));
        assertThat(reports).hasSize(3);
        assertThat(reports.getFirst().level()).isEqualTo(StatusReport.Level.FILE);
        assertThat(reports.getFirst().trace()).isEqualTo("17");
        assertThat(reports.get(1)).isEqualTo(TAKEN);
        assertThat(reports.get(2)).isEqualTo(REJECTED);
        assertThat(reports).extracting(StatusReport::accepted).containsExactly(true, true, false);
    }

    @Test
    void a_question_is_written_as_stored_and_read_back_the_same() throws IOException {
        var question =
                new StatusQuestion(
                        "Q-1",
                        new Member("ORTEGA", "ANA", "ABC123456789", LocalDate.of(1988, 2, 29), "F"),
                        "PCN-1",
                        "C-1",
                        "131",
                        82_300,
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2026, 11, 8));
        var text =
                StatusWriter.ask(
                        Readers.asking(), Readers.PAYER, Readers.PROVIDER, List.of(question));
        assertThat(text).isEqualTo(TestFiles.ownText("written.276"));
        var questions = new ArrayList<StatusQuestion>();
        var problems = new Problems();
        StatusReader.questions(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)),
                1 << 20,
                questions::add,
                problems);
        assertThat(problems.list()).isEmpty();
        assertThat(questions).containsExactly(question);
    }

    @Test
    void a_277_answers_with_lines() throws IOException {
        var answer =
                new StatusReport(
                        false,
                        StatusReport.Level.CLAIM,
                        "Q-1",
                        ANA,
                        "PCN-1",
                        DAY,
                        DAY,
                        List.of(new Status("F2", "88", "QC", DAY, "", 15_000L)),
                        List.of(
                                new LineStatus(
                                        "H0015",
                                        15_000,
                                        "C-1-1",
                                        List.of(new Status("F2", "88", "QC", DAY, "", null)))));
        var text =
                StatusWriter.answer(
                        Readers.answering(), Readers.PAYER, Readers.PROVIDER, "", List.of(answer));
        assertThat(text).isEqualTo(TestFiles.ownText("written.277"));
        assertThat(read(text.getBytes(StandardCharsets.US_ASCII))).containsExactly(answer);
    }

    @Test
    void public_answers_are_read() throws IOException {
        var folder = TestFiles.shared();
        assumeTrue(folder.isPresent(), "The folder of shared X12 files is not here.");
        var acknowledged = read(Files.readAllBytes(folder.get().resolve("277ca-accepted.277")));
        assertThat(acknowledged).allMatch(StatusReport::acknowledgment);
        assertThat(acknowledged.getLast().trace()).isEqualTo("5781");
        assertThat(acknowledged.getLast().accepted()).isTrue();
        assertThat(acknowledged.getLast().payerClaimNumber()).isEqualTo("1107000000014420");
        var answered = read(Files.readAllBytes(folder.get().resolve("277-claim.277")));
        assertThat(answered).hasSize(3).noneMatch(StatusReport::acknowledgment);
        assertThat(answered.getLast().lines()).hasSize(1);
        assertThat(answered.getLast().statuses().getFirst().category()).isEqualTo("F2");
    }
}
