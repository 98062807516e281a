package care.trellis.engine.x12.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import care.trellis.engine.x12.Member;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Readers;
import care.trellis.engine.x12.TestFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenefitsTest {

    private static final Member ANA =
            new Member("ORTEGA", "ANA", "ABC123456789", LocalDate.of(1988, 2, 29), "F");
    private static final BenefitQuestion QUESTION =
            new BenefitQuestion(
                    "Q-1",
                    ANA,
                    LocalDate.of(2026, 11, 21),
                    BenefitQuestion.FOR_INTENSIVE_OUTPATIENT);

    private static Benefit benefit(String code, String type) {
        return new Benefit(
                code,
                "",
                List.of(type),
                "",
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

    private static List<BenefitAnswer> read(byte[] file) throws IOException {
        var answers = new ArrayList<BenefitAnswer>();
        BenefitReader.stream(new ByteArrayInputStream(file), 1 << 20, answers::add, new Problems());
        return answers;
    }

    @Test
    void a_question_is_written_as_stored_and_read_back_the_same() throws IOException {
        var text =
                BenefitWriter.ask(
                        Readers.asking(), Readers.PAYER, Readers.PROVIDER, List.of(QUESTION));
        assertThat(text).isEqualTo(TestFiles.ownText("written.270"));
        var questions = new ArrayList<BenefitQuestion>();
        var problems = new Problems();
        BenefitReader.questions(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)),
                1 << 20,
                questions::add,
                problems);
        assertThat(problems.list()).isEmpty();
        assertThat(questions).containsExactly(QUESTION);
    }

    @Test
    void an_answer_keeps_amounts_shares_limits_and_the_carve_out() throws IOException {
        var answer =
                new BenefitAnswer(
                        "Q-1",
                        ANA,
                        "EXAMPLE COMMERCIAL",
                        "GRP-9",
                        List.of(
                                benefit("1", "30"),
                                new Benefit(
                                        "C",
                                        "IND",
                                        List.of("MH"),
                                        "GOLD",
                                        "29",
                                        42_550L,
                                        null,
                                        "",
                                        null,
                                        null,
                                        true,
                                        null,
                                        List.of(),
                                        List.of()),
                                new Benefit(
                                        "A",
                                        "IND",
                                        List.of("MH"),
                                        "",
                                        "",
                                        null,
                                        new BigDecimal("0.2"),
                                        "",
                                        null,
                                        null,
                                        null,
                                        null,
                                        List.of(),
                                        List.of()),
                                new Benefit(
                                        "F",
                                        "IND",
                                        List.of("CH"),
                                        "",
                                        "23",
                                        null,
                                        null,
                                        "VS",
                                        new BigDecimal("30"),
                                        true,
                                        null,
                                        null,
                                        List.of("INTENSIVE OUTPATIENT VISITS"),
                                        List.of()),
                                new Benefit(
                                        "U",
                                        "",
                                        List.of("AI"),
                                        "",
                                        "",
                                        null,
                                        null,
                                        "",
                                        null,
                                        null,
                                        null,
                                        null,
                                        List.of(),
                                        List.of("EXAMPLE BEHAVIORAL"))),
                        List.of());
        var text =
                BenefitWriter.answer(
                        Readers.answering(), Readers.PAYER, Readers.PROVIDER, List.of(answer));
        assertThat(text).isEqualTo(TestFiles.ownText("written.271"));
        var read = read(text.getBytes(StandardCharsets.US_ASCII)).getFirst();
        assertThat(read).isEqualTo(answer);
        assertThat(read.active()).isTrue();
        assertThat(read.otherParties()).containsExactly("EXAMPLE BEHAVIORAL");
    }

    @Test
    void a_rejection_is_no_answer() throws IOException {
        var refused =
                new BenefitAnswer(
                        "Q-1",
                        ANA,
                        "EXAMPLE COMMERCIAL",
                        "",
                        List.of(),
                        List.of(new Rejection("75", "C")));
        var text =
                BenefitWriter.answer(
                        Readers.answering(), Readers.PAYER, Readers.PROVIDER, List.of(refused));
        var read = read(text.getBytes(StandardCharsets.US_ASCII)).getFirst();
        assertThat(read.active()).isFalse();
        assertThat(read.rejections()).containsExactly(new Rejection("75", "C"));
    }

    @Test
    void a_wrong_NPI_does_not_leave() {
        var wrong = new Party("Harbor Light IOP", "XX", "1234567890");
        assertThatThrownBy(() ->
                        BenefitWriter.ask(
                                Readers.asking(), Readers.PAYER, wrong, List.of(QUESTION)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_public_answer_for_a_dependent_is_read() throws IOException {
        var folder = TestFiles.shared();
        assumeTrue(folder.isPresent(), "The folder of shared X12 files is not here.");
        var answers = read(Files.readAllBytes(folder.get().resolve("271-ig-3-2-2.271")));
        assertThat(answers).hasSize(1);
        var answer = answers.getFirst();
        assertThat(answer.trace()).isEqualTo("93175-012547");
        assertThat(answer.member().firstName()).isEqualTo("MARY");
        assertThat(answer.member().memberId()).isEqualTo("123456789");
        assertThat(answer.benefits()).hasSize(5);
        assertThat(answer.benefits().get(3).cents()).isEqualTo(1_000L);
        assertThat(answer.benefits().get(3).serviceTypes()).contains("MH");
    }
}
