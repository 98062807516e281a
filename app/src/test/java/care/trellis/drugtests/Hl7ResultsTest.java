package care.trellis.drugtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A laboratory's HL7 messages: what is final is read, what is wrong is named by segment and field.
 */
class Hl7ResultsTest {

    private static final List<String> MESSAGE =
            List.of(
                    "MSH|^~\\&|LAB|NORTH|TRELLIS|JUNIPER|20260303081500||ORU^R01^ORU_R01|M-1|P|2.5.1",
                    "PID|1||C-1^^^JUNIPER^MR||Reyes^Maya||19900504|F",
                    "OBR|1|A1B2C-D3E4F|R-77^NORTH|DRUGS^Drug screen, urine^L|||20260302093000|||||||||||||||20260303080000|||F",
                    "OBX|1|CWE|14314-9^Benzoylecgonine^LN||POSITIVE^Positive^L||||||F",
                    "OBX|2|NM|THC^Cannabis^L^18282-4^Cannabinoids^LN||12.5|ng/mL|50|N|||F",
                    "OBX|3|NM|2161-8^Creatinine^LN||98|mg/dL|20-400|N|||F",
                    "NTE|1||Screen only");

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Panels panels;

    @BeforeEach
    void givenWhatIsLookedFor() throws IOException {
        panels = new Panels();
    }

    @Test
    void a_message_is_one_result_with_its_substances() {
        var file = read(MESSAGE);

        assertThat(file.wrong()).isEmpty();
        assertThat(file.groups())
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.head.key())
                            .isEqualTo(
                                    new ResultFile.Key(
                                            "A1B2C-D3E4F", "R-77", Result.Kind.LABORATORY));
                    assertThat(group.head.reportedOn()).isEqualTo(LocalDate.of(2026, 3, 3));
                    assertThat(group.findings)
                            .containsEntry("COCAINE", new Results.Read(Result.Outcome.POSITIVE, ""))
                            .containsEntry(
                                    "THC", new Results.Read(Result.Outcome.NEGATIVE, "12.5 ng/mL"))
                            .hasSize(2);
                });
    }

    @Test
    void a_confirmation_calls_itself_so_and_an_order_follows_another() {
        var file =
                read(
                        with(
                                2,
                                "OBR|1|A1B2C-D3E4F|R-77|CONF^Confirmation by LC-MS^L||||||||||||||||||20260303|||C"));

        assertThat(file.groups().getFirst().head.key().kind()).isEqualTo(Result.Kind.CONFIRMATION);

        assertThat(
                        read(with(
                                        2,
                                        MESSAGE.get(2)
                                                .replace(
                                                        "Drug screen, urine",
                                                        "Screen with reflex to confirmation")))
                                .groups()
                                .getFirst()
                                .head
                                .key()
                                .kind())
                .isEqualTo(Result.Kind.LABORATORY);

        var two = new java.util.ArrayList<>(MESSAGE);
        two.add(MESSAGE.get(2).replace("R-77", "R-78"));
        two.add(MESSAGE.get(3));
        assertThat(read(two).groups())
                .extracting(group -> group.head.key().accession())
                .containsExactly("R-77", "R-78");
    }

    @Test
    void the_day_of_a_moment_is_the_day_here_by_its_own_offset_or_the_messages() {
        assertThat(reported("20260303", "20260303010000+0000")).isEqualTo("2026-03-02");
        assertThat(reported("20260303", "20260303010000-0500")).isEqualTo("2026-03-03");
        assertThat(reported("20260302230000+0000", "202603030430")).isEqualTo("2026-03-02");
        assertThat(reported("20260303", "202603030430")).isEqualTo("2026-03-03");
        assertThat(reported("20260302230000+0000", "20260303")).isEqualTo("2026-03-03");
        assertThat(wrong(with(2, MESSAGE.get(2).replace("20260303080000", "20260303990000+0000"))))
                .singleElement()
                .asString()
                .startsWith("Segment 3, OBR-22: ");
    }

    private LocalDate reported(String sent, String moment) {
        var message = with(2, MESSAGE.get(2).replace("20260303080000", moment));
        message.set(0, MESSAGE.getFirst().replace("20260303081500", sent));
        return read(message).groups().getFirst().head.reportedOn();
    }

    @Test
    void a_batch_and_other_separators_and_lines_of_a_mail_program_are_read_too() {
        var other = MESSAGE.stream().map(line -> line.replace('|', '#').replace('^', '$')).toList();
        var batch = new java.util.ArrayList<String>();
        batch.add("FHS|^~\\&|LAB");
        batch.add("BHS|^~\\&|LAB");
        batch.addAll(other);
        batch.add("BTS|1");
        batch.add("FTS|1");

        var file =
                ResultFile.read(
                        String.join("\r\n", batch).getBytes(StandardCharsets.UTF_8),
                        panels,
                        NEW_YORK);

        assertThat(file.wrong()).isEmpty();
        assertThat(file.groups()).hasSize(1);
    }

    @Test
    void what_is_wrong_is_named_by_segment_and_field() {
        assertThat(wrong(with(0, MESSAGE.getFirst().replace("ORU^R01^ORU_R01", "ADT^A01"))))
                .containsExactly("Segment 1, MSH-9: Only results are read: ORU^R01.");
        assertThat(wrong(with(2, MESSAGE.get(2).replace("|||F", "|||P"))))
                .containsExactly(
                        "Segment 3, OBR-25: Only final results are taken: F, or C for corrected.");
        assertThat(wrong(with(2, "OBR|1|||X")))
                .hasSize(4)
                .anyMatch(one -> one.startsWith("Segment 3, OBR-2: "))
                .anyMatch(one -> one.startsWith("Segment 3, OBR-3: "))
                .anyMatch(one -> one.startsWith("Segment 3, OBR-22: "));
        assertThat(wrong(with(3, MESSAGE.get(3).replace("14314-9", "99999-9"))))
                .singleElement()
                .asString()
                .startsWith("Segment 4, OBX-3: ");
        assertThat(wrong(with(4, MESSAGE.get(4).replace("|N|", "|?|"))))
                .singleElement()
                .asString()
                .startsWith("Segment 5, OBX-5: ");
        assertThat(wrong(with(4, MESSAGE.get(3))))
                .containsExactly("Segment 5, OBX: The analyte stands twice in one result.");
        assertThat(wrong(MESSAGE.subList(0, 3)))
                .containsExactly("Segment 3, OBR: No substance follows it.");
        assertThat(wrong(with(3, MESSAGE.get(3).replace("||||||F", "||||||W"))))
                .singleElement()
                .asString()
                .startsWith("Segment 4, OBX-11: Only final results are taken");
        assertThat(
                        wrong(
                                with(
                                        5,
                                        MESSAGE.get(5)
                                                .replace(
                                                        "|98|mg/dL|20-400|N|",
                                                        "|2|mg/dL|20-400|LL|"))))
                .containsExactly(
                        "Segment 6, OBX-8: The specimen itself is out of range: enter this result by hand.");
        assertThat(wrong(List.of(MESSAGE.getFirst(), MESSAGE.get(3))))
                .containsExactly("Segment 2, OBX: No order (OBR) stands before it.");
        assertThat(wrong(with(0, "MSH|"))).singleElement().asString().contains("Segment 1, MSH-2");
    }

    @Test
    void whatever_is_cut_or_scrambled_is_answered_and_never_thrown() {
        var whole = String.join("\r", MESSAGE);
        var random = new Random(20260302);
        for (int n = 0; n < 2_000; n++) {
            var cut = new StringBuilder(whole.substring(0, 3 + random.nextInt(whole.length() - 3)));
            for (int change = 0; change < random.nextInt(6); change++) {
                cut.setCharAt(
                        3
                                + random.nextInt(Math.max(1, cut.length() - 3))
                                - (cut.length() < 4 ? 1 : 0),
                        "|^~\\&\rOBXRMSH7".charAt(random.nextInt(14)));
            }
            ResultFile.read(cut.toString().getBytes(StandardCharsets.UTF_8), panels, NEW_YORK);
        }
        assertThat(ResultFile.read(new byte[] {(byte) 0xC3, 0x28}, panels, NEW_YORK).wrong())
                .hasSize(1);
    }

    private List<String> wrong(List<String> message) {
        return read(message).wrong().stream().map(one -> one.place() + ": " + one.why()).toList();
    }

    private static java.util.ArrayList<String> with(int index, String segment) {
        var message = new java.util.ArrayList<>(MESSAGE);
        message.set(index, segment);
        return message;
    }

    private ResultFile read(List<String> message) {
        return ResultFile.read(
                String.join("\r", message).getBytes(StandardCharsets.UTF_8), panels, NEW_YORK);
    }
}
