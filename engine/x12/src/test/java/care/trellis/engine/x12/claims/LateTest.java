package care.trellis.engine.x12.claims;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.x12.Problems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Claims after the payer's limit: the reason and the proof go with them and come back. */
class LateTest {

    private static final LocalDate ACKNOWLEDGED = LocalDate.of(2026, 11, 9);
    private static final Late.Attachment FAXED = new Late.Attachment("FX", "ACK-77");

    private static Claim late(Claim of, ClaimForm form, @Nullable String authorization, Late late) {
        return new Claim(
                of.patientControlNumber(),
                of.subscriber(),
                of.patient(),
                of.payer(),
                form,
                of.diagnoses(),
                authorization,
                form.frequency().equals("8") ? "THEIRS-1" : null,
                of.lines(),
                of.coordination(),
                late);
    }

    private static Claim institutional(Late late) {
        var of = Samples.institutional("C-1");
        return late(of, of.form(), of.authorizationNumber(), late);
    }

    private static List<String> problems(Claim claim) {
        return ClaimWriter.check(Samples.INTERCHANGE, Samples.PROVIDER, List.of(claim)).stream()
                .map(it -> it.loop() + " " + it.segment())
                .toList();
    }

    private static String written(Claim claim) {
        var file = ClaimWriter.write(Samples.INTERCHANGE, Samples.PROVIDER, List.of(claim));
        assertThat(file).isInstanceOf(ClaimFile.Written.class);
        return ((ClaimFile.Written) file).text();
    }

    private static @Nullable Late readBack(String text) throws IOException {
        var found = new ArrayList<Claim>();
        ClaimReader.stream(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)),
                1_000_000,
                (provider, claim) -> found.add(claim),
                new Problems());
        return found.getFirst().late();
    }

    @Test
    void the_reason_and_the_proof_stand_on_both_forms_and_are_read_back() throws IOException {
        var late = new Late("9", ACKNOWLEDGED, FAXED);
        var of = Samples.professional("C-1");
        for (var claim :
                List.of(institutional(late), late(of, of.form(), of.authorizationNumber(), late))) {
            var text = written(claim);

            assertThat(text)
                    .contains("*A*Y*Y***********9~")
                    .contains("PWK*OZ*FX***AC*ACK-77~")
                    .contains("NTE*ADD*FIRST FILING ACKNOWLEDGED 20261109~");
            assertThat(readBack(text)).isEqualTo(late);
        }
    }

    @Test
    void a_claim_in_time_says_nothing_of_it() throws IOException {
        var text = written(Samples.institutional("C-1"));

        assertThat(text).doesNotContain("PWK*", "NTE*").contains("*A*Y*Y~");
        assertThat(readBack(text)).isNull();
    }

    @Test
    void a_proof_that_is_kept_has_no_number_and_one_that_is_sent_has_one() {
        assertThat(problems(institutional(new Late("11", null, kept(null))))).isEmpty();
        assertThat(problems(institutional(new Late("11", null, kept("ACK-77")))))
                .containsExactly("2300 PWK06");
        assertThat(problems(institutional(new Late("11", null, new Late.Attachment("BM", null)))))
                .containsExactly("2300 PWK06");
        assertThat(problems(institutional(new Late("11", null, new Late.Attachment("XX", "A-1")))))
                .containsExactly("2300 PWK02");
    }

    private static Late.Attachment kept(@Nullable String number) {
        return new Late.Attachment(Late.ON_REQUEST, number);
    }

    @Test
    void reasons_that_cannot_be_true_are_refused() {
        var of = Samples.institutional("C-1");
        var unauthorized = late(of, of.form(), null, new Late("3", ACKNOWLEDGED, null));

        assertThat(problems(unauthorized)).containsExactly("2300 CLM20");
        assertThat(problems(institutional(new Late("12", null, null))))
                .containsExactly("2300 CLM20");
        assertThat(problems(institutional(new Late("9", null, null))))
                .containsExactly("2300 CLM20");
        assertThat(problems(institutional(new Late("7", LocalDate.of(2026, 11, 1), null))))
                .as("acknowledged before the first service")
                .containsExactly("2300 NTE");
    }

    @Test
    void a_claim_that_is_taken_back_is_never_late() {
        var of = Samples.institutional("C-1");
        var form = (ClaimForm.Institutional) of.form();
        var undone =
                new ClaimForm.Institutional(
                        "138",
                        form.from(),
                        form.to(),
                        form.admissionType(),
                        form.pointOfOrigin(),
                        form.patientStatus(),
                        form.conditionCodes(),
                        form.attending());

        assertThat(problems(late(of, undone, of.authorizationNumber(), new Late("7", null, null))))
                .containsExactly("2300 CLM20");
    }
}
