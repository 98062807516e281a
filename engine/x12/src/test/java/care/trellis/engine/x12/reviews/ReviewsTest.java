package care.trellis.engine.x12.reviews;

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

class ReviewsTest {

    private static final Member ANA =
            new Member("ORTEGA", "ANA", "ABC123456789", LocalDate.of(1988, 2, 29), "F");
    private static final LocalDate FROM = LocalDate.of(2026, 11, 23);
    private static final LocalDate TO = LocalDate.of(2026, 12, 18);

    private final List<ReviewRequest> requests = new ArrayList<>();
    private final List<ReviewAnswer> answers = new ArrayList<>();

    private Problems read(byte[] file) throws IOException {
        var problems = new Problems();
        ReviewReader.stream(
                new ByteArrayInputStream(file), 1 << 20, requests::add, answers::add, problems);
        return problems;
    }

    @Test
    void a_request_is_written_as_stored_and_read_back_the_same() throws IOException {
        var request =
                new ReviewRequest(
                        "R-1",
                        ANA,
                        "4",
                        "AI",
                        true,
                        "AUTH-778",
                        List.of("F1020", "F331"),
                        List.of(new ReviewedService("H0015", "0906", 12, "DY", FROM, TO, null)));
        var text =
                ReviewWriter.ask(
                        Readers.asking(), Readers.PAYER, Readers.PROVIDER, List.of(request));
        assertThat(text).isEqualTo(TestFiles.ownText("written-request.278"));
        assertThat(read(text.getBytes(StandardCharsets.US_ASCII)).list()).isEmpty();
        assertThat(requests).containsExactly(request);
    }

    @Test
    void a_decision_is_written_as_stored_and_read_back_the_same() throws IOException {
        var answer =
                new ReviewAnswer(
                        "R-1",
                        ANA,
                        new ReviewDecision("A2", "AUTH-779", ""),
                        List.of(
                                new ReviewedService(
                                        "H0015",
                                        null,
                                        8,
                                        "DY",
                                        FROM,
                                        TO,
                                        new ReviewDecision("A2", "AUTH-779", "0V"))),
                        List.of());
        var text =
                ReviewWriter.answer(
                        Readers.answering(), Readers.PAYER, Readers.PROVIDER, List.of(answer));
        assertThat(text).isEqualTo(TestFiles.ownText("written-answer.278"));
        assertThat(read(text.getBytes(StandardCharsets.US_ASCII)).list()).isEmpty();
        assertThat(answers).containsExactly(answer);
        assertThat(answer.decision().certifies()).isTrue();
    }

    @Test
    void a_public_request_is_read() throws IOException {
        var folder = TestFiles.shared();
        assumeTrue(folder.isPresent(), "The folder of shared X12 files is not here.");
        read(Files.readAllBytes(folder.get().resolve("278-request-3-1-1.278")));
        assertThat(requests).hasSize(1);
        assertThat(requests.getFirst().trace()).isEqualTo("111099");
        assertThat(requests.getFirst().diagnoses()).containsExactly("41090");
        assertThat(requests.getFirst().services().getFirst().units()).isEqualTo(1);
    }
}
