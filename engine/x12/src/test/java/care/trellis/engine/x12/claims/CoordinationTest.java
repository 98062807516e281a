package care.trellis.engine.x12.claims;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.TestFiles;
import care.trellis.engine.x12.remittances.Adjustment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Claims to the second payer: what the first one decided goes with them, and adds up. */
class CoordinationTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 11, 16);

    /** Each line of 411.50: 300.00 paid, 61.50 by contract, 50.00 left to the patient. */
    private static Claim secondary(long paidCents) {
        var first = Samples.institutional("C-1-2");
        var lines = new ArrayList<ServiceLine>();
        for (var line : first.lines()) {
            lines.add(
                    new ServiceLine(
                            line.date(),
                            line.revenueCode(),
                            line.procedure(),
                            line.units(),
                            line.unit(),
                            line.chargeCents(),
                            line.controlNumber(),
                            List.of(
                                    new Adjudication(
                                            "60054",
                                            paidCents,
                                            line.procedure(),
                                            line.revenueCode(),
                                            1,
                                            List.of(
                                                    new Adjustment("CO", "45", 6_150, null),
                                                    new Adjustment("PR", "2", 3_000, null),
                                                    new Adjustment("PR", "3", 2_000, null)),
                                            DECIDED,
                                            5_000L))));
        }
        return claim(first, lines, null, 2 * paidCents, List.of());
    }

    private static Claim claim(
            Claim first,
            List<ServiceLine> lines,
            @Nullable LocalDate decidedOn,
            long paidCents,
            List<Adjustment> adjustments) {
        var before =
                new OtherPayer(
                        "P",
                        first.subscriber(),
                        "18",
                        first.payer(),
                        "PCN-77",
                        decidedOn,
                        paidCents,
                        10_000L,
                        adjustments);
        return new Claim(
                first.patientControlNumber(),
                new Subscriber(first.subscriber().person(), "XYZ7788", null),
                null,
                new Payer("Example Medicaid", "AZM01", "MC"),
                first.form(),
                first.diagnoses(),
                null,
                null,
                lines,
                new Coordination("S", List.of(before)),
                null);
    }

    private static ClaimFile write(Claim claim) {
        return ClaimWriter.write(Samples.INTERCHANGE, Samples.PROVIDER, List.of(claim));
    }

    private static List<String> refusal(Claim claim) {
        return write(claim) instanceof ClaimFile.Refused(var problems)
                ? problems.stream().map(it -> it.loop() + " " + it.segment()).toList()
                : List.of();
    }

    @Test
    void a_claim_to_the_second_payer_is_written_character_by_character_as_stored() {
        assertThat(((ClaimFile.Written) write(secondary(30_000))).text())
                .isEqualTo(TestFiles.ownText("written-secondary.837"));
    }

    @Test
    void what_the_first_payer_decided_is_read_back_as_it_was_written() throws IOException {
        var sent = secondary(30_000);
        var text = ((ClaimFile.Written) write(sent)).text();
        var back = new ArrayList<Claim>();
        var problems = new Problems();
        ClaimReader.stream(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)),
                1 << 20,
                (provider, claim) -> back.add(claim),
                problems);

        assertThat(problems.list()).isEmpty();
        var read = back.getFirst();
        assertThat(read.coordination().order()).isEqualTo("S");
        var before = read.coordination().others().getFirst();
        assertThat(before.payer()).isEqualTo(new Payer("EXAMPLE COMMERCIAL", "60054", "CI"));
        assertThat(before.subscriber().memberId()).isEqualTo("ABC123456789");
        assertThat(before.claimNumber()).isEqualTo("PCN-77");
        assertThat(before.paidCents()).isEqualTo(60_000);
        assertThat(before.remainingCents()).isEqualTo(10_000);
        assertThat(read.payer().id()).isEqualTo("AZM01");
        assertThat(read.subscriber().memberId()).isEqualTo("XYZ7788");
        assertThat(read.lines()).isEqualTo(sent.lines());
    }

    @Test
    void a_first_payer_whose_payment_and_adjustments_are_not_the_charge_is_refused() {
        assertThat(refusal(secondary(29_999)))
                .containsExactly("2430 SVD", "2430 SVD", "2320 AMT D");
    }

    @Test
    void a_first_payer_that_decided_the_claim_as_a_whole_says_so_on_the_claim() {
        var first = Samples.institutional("C-1");
        var whole =
                List.of(
                        new Adjustment("CO", "45", 12_300, null),
                        new Adjustment("PR", "1", 10_000, null));

        assertThat(refusal(claim(first, first.lines(), DECIDED, 60_000, whole))).isEmpty();
        assertThat(refusal(claim(first, first.lines(), null, 60_000, whole)))
                .containsExactly("2330B DTP 573");
    }

    @Test
    void a_claim_to_the_second_payer_says_what_the_first_decided() {
        var first = Samples.institutional("C-1");
        var alone =
                new Claim(
                        "C-1",
                        first.subscriber(),
                        null,
                        first.payer(),
                        first.form(),
                        first.diagnoses(),
                        null,
                        null,
                        first.lines(),
                        new Coordination("S", List.of()),
                        null);

        assertThat(refusal(alone)).containsExactly("2320 SBR");
    }

    @Test
    void a_professional_claim_carries_it_as_well() {
        var first = Samples.professional("P-1");
        var line = first.lines().getFirst();
        var decided =
                new ServiceLine(
                        line.date(),
                        null,
                        line.procedure(),
                        line.units(),
                        line.unit(),
                        line.chargeCents(),
                        line.controlNumber(),
                        List.of(
                                new Adjudication(
                                        "AZM01",
                                        0,
                                        line.procedure(),
                                        null,
                                        line.units(),
                                        List.of(new Adjustment("PR", "96", 9_000, null)),
                                        DECIDED,
                                        9_000L)));

        assertThat(refusal(claim(first, List.of(decided), null, 0, List.of()))).isEmpty();
    }
}
