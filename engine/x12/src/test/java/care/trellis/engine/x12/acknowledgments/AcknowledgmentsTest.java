package care.trellis.engine.x12.acknowledgments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

class AcknowledgmentsTest {

    private static final GroupAcknowledgment GROUP =
            new GroupAcknowledgment(
                    "HC",
                    "17",
                    "P",
                    2,
                    2,
                    1,
                    List.of(
                            new SetAcknowledgment("837", "0001", "A", List.of(), List.of()),
                            new SetAcknowledgment(
                                    "837",
                                    "0002",
                                    "R",
                                    List.of(
                                            new Fault(
                                                    "CLM",
                                                    22,
                                                    "2300",
                                                    "8",
                                                    "C-7",
                                                    List.of(
                                                            new ElementFault(2, 0, "1"),
                                                            new ElementFault(5, 3, "7")))),
                                    List.of("5"))));

    /** Keeps what is read. */
    private static final class Kept implements AcknowledgmentListener {

        private final List<InterchangeAcknowledgment> envelopes = new ArrayList<>();
        private final List<GroupAcknowledgment> groups = new ArrayList<>();
        private final Problems problems = new Problems();

        static Kept of(byte[] file) throws IOException {
            var kept = new Kept();
            AcknowledgmentReader.stream(
                    new ByteArrayInputStream(file), 1 << 20, kept, kept.problems);
            return kept;
        }

        @Override
        public void interchange(InterchangeAcknowledgment acknowledgment) {
            envelopes.add(acknowledgment);
        }

        @Override
        public void group(GroupAcknowledgment acknowledgment) {
            groups.add(acknowledgment);
        }
    }

    @Test
    void a_999_is_written_as_stored_and_read_back_the_same() throws IOException {
        var text = AcknowledgmentWriter.write(Readers.answering(), List.of(GROUP));
        assertThat(text).isEqualTo(TestFiles.ownText("written.999"));
        var kept = Kept.of(text.getBytes(StandardCharsets.US_ASCII));
        assertThat(kept.problems.list()).isEmpty();
        assertThat(kept.groups).containsExactly(GROUP);
    }

    @Test
    void a_TA1_is_written_as_stored_and_read_back_the_same() throws IOException {
        var taken =
                new InterchangeAcknowledgment(
                        "000000017", LocalDate.of(2026, 11, 21), "0905", "R", "025");
        var text = AcknowledgmentWriter.write(Readers.answering(), taken);
        assertThat(text).isEqualTo(TestFiles.ownText("written.ta1"));
        var kept = Kept.of(text.getBytes(StandardCharsets.US_ASCII));
        assertThat(kept.problems.list()).isEmpty();
        assertThat(kept.envelopes).containsExactly(taken);
        assertThat(taken.accepted()).isFalse();
    }

    @Test
    void a_public_999_names_the_claim_that_is_at_fault() throws IOException {
        var folder = TestFiles.shared();
        assumeTrue(folder.isPresent(), "The folder of shared X12 files is not here.");
        var group =
                Kept.of(Files.readAllBytes(folder.get().resolve("999-wisconsin.999")))
                        .groups
                        .getFirst();
        assertThat(group.sets())
                .extracting(SetAcknowledgment::accepted)
                .containsExactly(true, false, false);
        assertThat(group.sets().get(1).faults().getFirst().context()).isEqualTo("123456789");
        assertThat(group.sets().get(2).faults().getFirst().context()).isEqualTo("987654321");
        assertThat(group.code()).isEqualTo("P");
        assertThat(group.accepted()).isEqualTo(1);
    }

    @Test
    void a_public_TA1_of_the_old_form_is_read() throws IOException {
        var folder = TestFiles.shared();
        assumeTrue(folder.isPresent(), "The folder of shared X12 files is not here.");
        var kept = Kept.of(Files.readAllBytes(folder.get().resolve("ta1-sample1.ta1")));
        assertThat(kept.envelopes)
                .extracting(InterchangeAcknowledgment::control, InterchangeAcknowledgment::accepted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("0659", true),
                        org.assertj.core.groups.Tuple.tuple("0660", true));
    }
}
