package care.trellis.engine.x12.remittances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.Problem;
import care.trellis.engine.x12.TestFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemittanceReaderTest {

    private static RemittanceFile read(String text) throws IOException {
        return RemittanceReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static final PaidLine SECOND_LINE =
            new PaidLine(
                    "H0015",
                    List.of("HF"),
                    "0906",
                    LocalDate.of(2026, 11, 4),
                    BigDecimal.ONE,
                    41_150,
                    0,
                    List.of(
                            new Adjustment("CO", "45", 39_150, null),
                            new Adjustment("CO", "197", 0, null),
                            new Adjustment("PR", "3", 2_000, null)),
                    "C-1-2",
                    List.of("M62"));

    @Test
    void a_remittance_becomes_records_to_the_cent() throws IOException {
        var file = read(TestFiles.ownText("right.835"));
        assertThat(file.hasErrors()).isFalse();
        var remittance = file.remittances().getFirst();
        assertThat(remittance.payment())
                .isEqualTo(
                        new Payment(
                                new Party("EXAMPLE COMMERCIAL", "XV", "60054"),
                                new Party("HARBOR LIGHT IOP LLC", "XX", "1234567893"),
                                "778899",
                                "CHK",
                                LocalDate.of(2026, 11, 20),
                                40_150));
        var claim = remittance.claims().getFirst();
        assertThat(claim.payerClaimNumber()).isEqualTo("PCN-1");
        assertThat(claim.patientResponsibilityCents()).isEqualTo(2_000);
        assertThat(claim.lines()).hasSize(2).last().isEqualTo(SECOND_LINE);
        assertThat(remittance.claims().get(1).reversal()).isTrue();
        assertThat(remittance.providerAdjustments())
                .containsExactly(
                        new ProviderAdjustment(
                                "1234567893", LocalDate.of(2026, 12, 31), "WO", "PCN-0", -1_000));
        assertThat(remittance.balanced()).isTrue();
    }

    @Test
    void a_cent_that_nothing_explains_unbalances_it() throws IOException {
        var file = read(TestFiles.ownText("payment-not-sum-of-claims.835"));
        assertThat(file.remittances().getFirst().balanced()).isFalse();
        assertThat(file.problems()).extracting(Problem::code).containsExactly("PAYMENT_UNBALANCED");
    }

    @Test
    void what_the_writer_writes_the_reader_reads() throws IOException {
        var remittances = read(TestFiles.ownText("right.835")).remittances();
        var text =
                RemittanceWriter.write(
                        "EXAMPLEPAY",
                        "HARBOR01",
                        5,
                        LocalDateTime.of(2026, 11, 21, 9, 5),
                        List.of(remittances.getFirst(), remittances.getFirst()));
        var file = read(text);
        assertThat(file.problems()).isEmpty();
        assertThat(file.remittances())
                .containsExactly(remittances.getFirst(), remittances.getFirst());
    }

    @Test
    void a_remittance_is_written_character_by_character_as_stored() throws IOException {
        var remittances = read(TestFiles.ownText("right.835")).remittances();
        assertThat(
                        RemittanceWriter.write(
                                "EXAMPLEPAY",
                                "HARBOR01",
                                101,
                                LocalDateTime.of(2026, 11, 19, 9, 5),
                                remittances))
                .isEqualTo(TestFiles.ownText("written.835"));
    }

    @Test
    void a_delimiter_in_an_identifier_is_not_written() {
        var payment =
                new Payment(
                        new Party("P", null, null),
                        new Party("Q", null, null),
                        "1~PLB*",
                        "CHK",
                        null,
                        0);
        var at = LocalDateTime.of(2026, 11, 21, 9, 5);
        var remittance = new Remittance(payment, List.of(), List.of());
        assertThatThrownBy(() -> RemittanceWriter.write("PAYER", "US", 1, at, List.of(remittance)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
