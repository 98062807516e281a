package care.trellis.engine.x12;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.x12.acknowledgments.AcknowledgmentListener;
import care.trellis.engine.x12.acknowledgments.AcknowledgmentReader;
import care.trellis.engine.x12.acknowledgments.GroupAcknowledgment;
import care.trellis.engine.x12.acknowledgments.InterchangeAcknowledgment;
import care.trellis.engine.x12.benefits.BenefitReader;
import care.trellis.engine.x12.claims.ClaimReader;
import care.trellis.engine.x12.reviews.ReviewReader;
import care.trellis.engine.x12.statuses.StatusReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happened to a file on its way, each reader ends with records and problems, no more. */
class ReaderFuzzTest {

    private static final int ROUNDS = 300;
    private static final byte[] LIKELY = "*~:^\nHLSTC012-.".getBytes(StandardCharsets.ISO_8859_1);
    private static final long LIMIT = 1 << 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "written.999",
                "written.ta1",
                "written.277ca",
                "written.277",
                "written.276",
                "written.270",
                "written.271",
                "written-request.278",
                "written-answer.278",
                "written-institutional.837",
                "written-professional.837",
            })
    void any_damage_ends(String name) throws IOException {
        var random = new Random(name.hashCode());
        var whole = TestFiles.own(name);
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = whole.clone();
            for (int times = random.nextInt(1, 10); times > 0; times--) {
                int at = random.nextInt(bytes.length);
                switch (random.nextInt(4)) {
                    case 0 -> bytes[at] = (byte) random.nextInt(256);
                    case 1, 2 -> bytes[at] = LIKELY[random.nextInt(LIKELY.length)];
                    default ->
                            bytes = random.nextInt(6) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
                }
            }
            var problems = new Problems();
            readAll(bytes, problems);
            assertThat(problems.list().size()).as("round %d", round).isLessThanOrEqualTo(1_001);
        }
    }

    private static void readAll(byte[] bytes, Problems problems) throws IOException {
        AcknowledgmentReader.stream(in(bytes), LIMIT, new Nobody(), problems);
        StatusReader.stream(in(bytes), LIMIT, report -> {}, problems);
        StatusReader.questions(in(bytes), LIMIT, question -> {}, problems);
        BenefitReader.stream(in(bytes), LIMIT, answer -> {}, problems);
        BenefitReader.questions(in(bytes), LIMIT, question -> {}, problems);
        ReviewReader.stream(in(bytes), LIMIT, request -> {}, answer -> {}, problems);
        ClaimReader.stream(in(bytes), LIMIT, (provider, claim) -> {}, problems);
    }

    private static ByteArrayInputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** Listens to nothing. */
    private static final class Nobody implements AcknowledgmentListener {

        @Override
        public void interchange(InterchangeAcknowledgment acknowledgment) {}

        @Override
        public void group(GroupAcknowledgment acknowledgment) {}
    }
}
