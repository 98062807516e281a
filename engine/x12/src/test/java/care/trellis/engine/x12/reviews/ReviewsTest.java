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
    void services_that_share_a_quantity_say_it_once_of_the_event() throws IOException {
        var request =
                new ReviewRequest(
                        "R-2",
                        ANA,
                        "I",
                        "AI",
                        false,
                        null,
                        List.of("F1020"),
                        List.of(
                                new ReviewedService(null, null, 12, "DY", FROM, TO, null),
                                new ReviewedService("H0015", null, 0, "", FROM, TO, null),
                                new ReviewedService("90853", null, 0, "", FROM, TO, null)));
        var text =
                ReviewWriter.ask(
                        Readers.asking(), Readers.PAYER, Readers.PROVIDER, List.of(request));
        assertThat(text.lines().filter(line -> line.matches("(DTP|HI|HSD|SV1).*")))
                .containsExactly(
                        "DTP*AAH*RD8*20261123-20261218~",
                        "HI*ABK:F1020~",
                        "HSD*DY*12~",
                        "DTP*472*RD8*20261123-20261218~",
                        "SV1*HC:H0015~",
                        "DTP*472*RD8*20261123-20261218~",
                        "SV1*HC:90853~");
        assertThat(read(text.getBytes(StandardCharsets.US_ASCII)).list()).isEmpty();
        assertThat(requests).containsExactly(request);
    }

    @Test
    void a_quantity_of_all_services_alone_announces_no_level_below_the_event() throws IOException {
        var request =
                new ReviewRequest(
                        "R-3",
                        ANA,
                        "I",
                        "MH",
                        false,
                        null,
                        List.of("F331"),
                        List.of(new ReviewedService(null, null, 12, "DY", FROM, TO, null)));

        var text =
                ReviewWriter.ask(
                        Readers.asking(), Readers.PAYER, Readers.PROVIDER, List.of(request));

        assertThat(text.lines().filter(line -> line.startsWith("HL*")))
                .containsExactly("HL*1**20*1~", "HL*2*1*21*1~", "HL*3*2*22*1~", "HL*4*3*EV*0~");
        assertThat(text.lines()).contains("DTP*AAH*RD8*20261123-20261218~", "HSD*DY*12~");
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
                        FROM,
                        TO,
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
    void days_that_are_certified_go_before_those_asked_for() throws IOException {
        read(
                answer(
                        """
                        HL*4*3*EV*1~
                        TRN*2*R-1*9TRELLIS00~
                        HCR*A1*AUTH-1~
                        DTP*AAH*RD8*20261101-20261231~
                        DTP*007*D8*20261124~
                        DTP*036*D8*20261211~
                        HL*5*4*SS*0~
                        DTP*472*RD8*20261123-20261218~
                        SV1*HC:H0015~
                        HSD*DY*12~
                        HL*6*4*SS*0~
                        DTP*007*RD8*20261125-20261130~
                        SV1*HC:90853~
                        HSD*VS*3*WK*1*34*2~
                        """));
        var answer = answers.getFirst();
        assertThat(answer.from()).isEqualTo("2026-11-24");
        assertThat(answer.to()).isEqualTo("2026-12-11");
        assertThat(answer.services())
                .containsExactly(
                        new ReviewedService(
                                "H0015",
                                null,
                                12,
                                "DY",
                                LocalDate.of(2026, 11, 24),
                                LocalDate.of(2026, 12, 11),
                                null),
                        new ReviewedService(
                                "90853",
                                null,
                                0,
                                "VS",
                                LocalDate.of(2026, 11, 25),
                                LocalDate.of(2026, 11, 30),
                                null));
    }

    @Test
    void a_day_of_the_event_holds_for_services_without_their_own() throws IOException {
        read(
                answer(
                        """
                        HL*4*3*EV*1~
                        TRN*2*R-1*9TRELLIS00~
                        DTP*AAH*RD8*20261101-20261231~
                        HSD*DY*12~
                        HL*5*4*SS*0~
                        HCR*A1*AUTH-1~
                        SV1*HC:H0015~
                        """));
        var from = LocalDate.of(2026, 11, 1);
        var to = LocalDate.of(2026, 12, 31);
        assertThat(answers.getFirst().services())
                .containsExactly(
                        new ReviewedService(null, null, 12, "DY", from, to, null),
                        new ReviewedService(
                                "H0015",
                                null,
                                0,
                                "",
                                from,
                                to,
                                new ReviewDecision("A1", "AUTH-1", "")));
        assertThat(answers.getFirst().services().getFirst().ofAll()).isTrue();
    }

    /** A whole answer around the levels of its event. */
    private static byte[] answer(String levels) {
        var whole =
                ReviewWriter.answer(
                        Readers.answering(),
                        Readers.PAYER,
                        Readers.PROVIDER,
                        List.of(
                                new ReviewAnswer(
                                        "R-1", ANA, null, null, null, List.of(), List.of())));
        var lines = new ArrayList<>(whole.lines().toList());
        int at = lines.indexOf("HL*4*3*EV*0~");
        lines.subList(at, at + 2).clear();
        lines.addAll(at, levels.lines().toList());
        long segments = lines.stream().filter(line -> !line.matches("(ISA|GS|GE|IEA).*")).count();
        return String.join("\n", lines)
                .replaceFirst("SE\\*[0-9]+", "SE*" + segments)
                .getBytes(StandardCharsets.US_ASCII);
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
